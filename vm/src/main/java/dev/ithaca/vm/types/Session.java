package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/** One run of inference: a whole program being checked, or one function instance being elaborated. */
final class Session {
    /** How deep requirements of called functions may lead to requirements of the functions they call. */
    private static final int MAX_CALLS = 100;

    private final ProgramTables tables;
    private final Unifier unifier = new Unifier();
    private final Findings findings;
    private final Report report;
    private final NameReport names;
    private final TraitSolver traits;
    private final Schemes schemes;
    private final MethodLookup methods;
    private final boolean elaborating;
    private int openCalls;
    private InferenceObserver observer = InferenceObserver.NONE;

    Session(ProgramTables tables, Findings findings, Schemes schemes, boolean elaborating) {
        this.tables = tables;
        this.findings = findings;
        this.report = new Report(findings);
        this.names = new NameReport(findings);
        this.traits = new TraitSolver(tables.implementations());
        this.schemes = schemes;
        this.methods = new MethodLookup(tables);
        this.elaborating = elaborating;
    }

    /** Who is told what is found out. */
    InferenceObserver observer() { return observer; }

    /** What was going on when inference of another function began. */
    record Interrupted(InferenceObserver observer, int openCalls, Set<Diagnostic> findings, ArrayDeque<Constraint> awake) {}

    /** Begins a function; what is found out of it does not depend on who asked for it. */
    Interrupted begin(InferenceObserver newObserver) {
        Interrupted outer = new Interrupted(observer, openCalls, findings.open(), unifier.suspend());
        observer = newObserver;
        openCalls = 0;
        return outer;
    }

    /** Goes on with what was interrupted. @return the findings in between */
    List<Diagnostic> end(Interrupted outer) {
        observer = outer.observer();
        openCalls = outer.openCalls();
        unifier.resume(outer.awake());
        return findings.close(outer.findings());
    }

    ProgramTables tables() { return tables; }

    Unifier unifier() { return unifier; }

    Findings findings() { return findings; }

    Report report() { return report; }

    NameReport names() { return names; }

    TraitSolver traits() { return traits; }

    Schemes schemes() { return schemes; }

    MethodLookup methods() { return methods; }

    /** Whether types of parameters are concrete and choices will be turned into code. */
    boolean elaborating() { return elaborating; }

    /** False when requirements have been followed too deep. */
    boolean enterCall() {
        if (openCalls == MAX_CALLS) return false;
        openCalls++;
        return true;
    }

    void leaveCall() { openCalls--; }

    void require(Constraint constraint) { constraint.attempt(this); }

    void bound(Place place, String trait, Type type) { require(new BoundConstraint(place, trait, null, type)); }

    /** Decides the constraints whose variables were solved since the last call. */
    void drain() {
        for (Constraint c = unifier.nextAwake(); c != null; c = unifier.nextAwake()) if (!c.isDone()) c.attempt(this);
    }

    /** Unifies and reports a failure in the usual form. */
    boolean unify(Type expected, Type found, Place place) {
        Mismatch mismatch = unifier.unify(expected, found);
        if (mismatch != null) report.mismatch(place, mismatch);
        return mismatch == null;
    }

    /** Like {@link #unify}, where tuples of different length are accepted. */
    void unifyLeniently(Type expected, Type found, Place place) {
        Mismatch mismatch = unifier.unify(expected, found);
        if (mismatch != null && mismatch.kind() != Mismatch.Kind.TUPLE_LENGTH) report.mismatch(place, mismatch);
    }
}
