package dev.ithaca.vm.types;

import java.util.List;

/**
 * The functions a call may mean, as a requirement remembers them: those of the program by their places once the requirement
 * belongs to a scheme, which may be used with a later version of the program.
 */
record Candidates(List<Candidate> all) {
    /** Either of the two is null. */
    record Candidate(Callable callable, Slot slot) {
        private static Candidate sealed(Candidate open) {
            return open.callable instanceof FunctionSymbol f && f.slot() != null ? new Candidate(null, f.slot()) : open;
        }
    }

    static Candidates of(List<? extends Callable> callables) {
        return new Candidates(callables.stream().map(c -> new Candidate(c, null)).toList());
    }

    Candidates sealed() { return new Candidates(all.stream().map(Candidate::sealed).toList()); }

    List<? extends Callable> in(ProgramTables tables) {
        return all.stream().map(c -> c.callable() != null ? c.callable() : tables.functions().at(c.slot())).toList();
    }
}
