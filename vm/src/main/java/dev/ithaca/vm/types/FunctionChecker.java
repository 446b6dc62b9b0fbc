package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the general types of a program's functions when they are first asked for: from an earlier version of the program
 * where they still hold, else by inference. Functions that refer to each other while both are being inferred form a group
 * (Tarjan's strongly connected components, found on the way) and are generalised together.
 */
final class FunctionChecker implements Schemes, EarlierVersion.Resolver {
    private static final int MAX_ROUNDS = 4;

    private final Session session;
    private final EarlierVersion earlier;
    private final boolean keepsPlaces;
    private final List<Work> stack = new ArrayList<>();
    private final List<Work> active = new ArrayList<>();
    /** General types taken for granted while a polymorphically recursive function is inferred. */
    private final Map<FunctionSymbol, Scheme> assumptions = new HashMap<>();
    private final Map<Slot, FunctionResult> results = new HashMap<>();
    private int nextIndex;
    private int inferred;
    private int clock;

    private record TimedUse(int time, Slot function, Object stamp) {}

    /** A function being inferred. */
    private static final class Work {
        final FunctionSymbol function;
        final FunctionLog.Recorder recorder;
        final Map<Slot, TimedUse> uses = new HashMap<>();
        List<Diagnostic> findings = List.of();
        boolean reusable = true;
        boolean polymorphic;

        Work(FunctionSymbol function, FunctionLog.Recorder recorder) {
            this.function = function;
            this.recorder = recorder;
        }
    }

    /** @param keepsPlaces whether what an editor asks for is wanted */
    FunctionChecker(ProgramTables tables, Findings findings, EarlierVersion earlier, boolean keepsPlaces) {
        this.session = new Session(tables, findings, this, false);
        this.earlier = earlier;
        this.keepsPlaces = keepsPlaces;
    }

    @Override public void resolve(FunctionSymbol function) {
        if (isBegun(function)) return;
        if (function.isLibrary()) {
            AnnotatedSchemes.of(function);
            return;
        }
        List<FunctionSymbol> revived = earlier.revive(function, this);
        for (FunctionSymbol member : revived) {
            FunctionResult result = earlier.result(member);
            member.generalised(result.scheme());
            results.put(member.slot(), result);
        }
        if (revived.isEmpty() && function.scheme() != null) enterBy(function);
        if (!isBegun(function)) infer(function);
    }

    /**
     * The function was inferred while one that it uses was brought up to date, as they use each other. Which of them comes
     * first can make a difference; a full check would have come by this one.
     */
    private void enterBy(FunctionSymbol function) {
        FunctionResult.Group group = results.get(function.slot()).group();
        if (!group.entryMatters()) return;
        for (Slot slot : group.members()) {
            session.tables().functions().at(slot).forget();
            results.remove(slot);
        }
    }

    private static boolean isBegun(FunctionSymbol function) { return function.scheme() != null || function.inferring != null; }

    @Override public FunctionResult result(Slot slot) { return results.get(slot); }

    Map<Slot, FunctionResult> results() { return results; }

    @Override public Scheme.Use use(FunctionSymbol function, Session ignored, Place at) {
        resolve(function);
        Work user = active.isEmpty() ? null : active.getLast();
        if (function.scheme() != null) {
            if (user != null && !function.isLibrary()) uses(user, function.slot());
            return function.scheme().instantiate(session, at);
        }
        if (assumptions.containsKey(function)) return assumptions.get(function).instantiate(session, at);
        FunctionSymbol.Inferring types = function.inferring;
        if (user != null) user.function.inferring.low = Math.min(user.function.inferring.low, types.low);
        return new Scheme.Use(types.typeParams, types.params, types.result);
    }

    private void uses(Work user, Slot function) {
        user.uses.computeIfAbsent(function, f -> new TimedUse(clock++, f, results.get(f).stamp()));
    }

    private void infer(FunctionSymbol function) {
        inferred++;
        Work work = new Work(function, keepsPlaces ? new FunctionLog.Recorder() : null);
        if (!assumptions.isEmpty()) work.reusable = false;
        Session.Interrupted outer = session.begin(work.recorder == null ? InferenceObserver.NONE : work.recorder);
        Unifier unifier = session.unifier();
        unifier.enterLevel();
        FunctionInference inference = start(function);
        stack.add(work);
        active.add(work);
        inference.infer();
        if (!session.findings().isEmpty() && inference.mixesTuples()) {
            session.findings().truncate(0);
            int low = function.inferring.low;
            inference = start(function);
            function.inferring.low = Math.min(low, function.inferring.index);
            inference.separateTuples();
            inference.infer();
        }
        if (session.findings().hasSince(0, "T14")) inferPolymorphicRecursion(work);
        active.removeLast();
        unifier.leaveLevel();
        work.findings = session.end(outer);
        FunctionSymbol.Inferring types = function.inferring;
        if (types.low >= types.index) generaliseGroup(work);
        else keepInGroup(types);
    }

    /**
     * A function that calls itself at another type: inferred again with nothing known of the recursive calls, then with
     * what that gave, until nothing changes (Mycroft's iteration, bounded).
     */
    private void inferPolymorphicRecursion(Work work) {
        work.polymorphic = true;
        FunctionSymbol function = work.function;
        FunctionSymbol.Inferring first = function.inferring;
        Scheme assumption = AnnotatedSchemes.unknown(function);
        List<Diagnostic> original = session.findings().since(0);
        int before = inferred;
        boolean stable = false;
        for (int round = 0; round < MAX_ROUNDS && !stable; round++) {
            session.findings().truncate(0);
            session.unifier().enterLevel();
            assumptions.put(function, assumption);
            start(function).infer();
            session.unifier().leaveLevel();
            stable = round > 0 && printed(assumption.params(), assumption.result())
                    .equals(printed(function.inferring.params, function.inferring.result));
            if (!stable) {
                FunctionSymbol.Inferring types = function.inferring;
                assumption = Scheme.generalise(types.typeParams, types.params, types.result, session.unifier().level());
            }
        }
        assumptions.remove(function);
        // What was inferred on the way relies on the assumption, so it must be inferred again whenever this function is.
        if (inferred > before) work.reusable = false;
        if (!session.findings().isEmpty() || !stable) {
            session.findings().truncate(0);
            original.forEach(session.findings()::add);
            function.inferring = first;
        }
    }

    private static String printed(List<Type> params, Type result) { return new TypePrinter().print(new Type.Function(params, result)); }

    private FunctionInference start(FunctionSymbol function) {
        Annotations annotations = new Annotations(function, session.unifier()::fresh, new AnnotationFlaws(session, function.module()));
        int index = function.inferring != null ? function.inferring.index : nextIndex++;
        function.inferring = new FunctionSymbol.Inferring(index, annotations.typeParams(), annotations.params(),
                annotations.result());
        for (Annotations.Bound bound : annotations.bounds()) {
            session.bound(new Place(function.file(), bound.trait().span()), bound.trait().text(), bound.variable());
        }
        return new FunctionInference(session, function, annotations.params(), annotations.result(),
                new HashMap<>(annotations.variables()));
    }

    /** The function belongs to a group whose first member is still being inferred. */
    private void keepInGroup(FunctionSymbol.Inferring types) {
        if (!active.isEmpty()) {
            FunctionSymbol.Inferring user = active.getLast().function.inferring;
            user.low = Math.min(user.low, types.low);
        }
        Unifier unifier = session.unifier();
        for (Type type : types.params) unifier.lower(type);
        unifier.lower(types.result);
    }

    private void generaliseGroup(Work root) {
        List<Work> group = new ArrayList<>();
        Work member;
        do {
            member = stack.removeLast();
            group.add(member);
        } while (member != root);
        int level = session.unifier().level();
        List<Scheme> schemes = new ArrayList<>();
        for (Work w : group) {
            FunctionSymbol.Inferring types = w.function.inferring;
            EntriesConstraint.settle(types.params, session);
            schemes.add(Scheme.generalise(types.typeParams, types.params, types.result, level));
        }
        for (int i = 0; i < schemes.size(); i++) group.get(i).function.generalised(schemes.get(i));
        keep(group);
    }

    private void keep(List<Work> group) {
        List<Slot> members = group.stream().map(w -> w.function.slot()).toList();
        // The next version asks for the uses in this order, so that it meets groups by the same members as a full check.
        List<FunctionResult.Use> uses = group.stream().flatMap(w -> w.uses.values().stream()).sorted(Comparator.comparingInt(TimedUse::time))
                .map(use -> new FunctionResult.Use(use.function(), use.stamp())).toList();
        // Mistakes are reported where they are met first, and only the one function is inferred again for polymorphic recursion.
        boolean entryMatters = group.stream().anyMatch(w -> w.polymorphic || !w.findings.isEmpty());
        FunctionResult.Group together = new FunctionResult.Group(members, uses, group.stream().allMatch(w -> w.reusable), entryMatters);
        for (Work w : group) {
            FunctionSymbol function = w.function;
            FunctionResult before = earlier.result(function);
            Object stamp = before != null && before.hasType(function.scheme()) ? before.stamp() : new Object();
            FunctionLog log = w.recorder == null ? FunctionLog.NONE : w.recorder.log();
            results.put(function.slot(), new FunctionResult(function.scheme(), stamp, w.findings, log,
                    EarlierVersion.start(function.first()), together));
        }
    }

}
