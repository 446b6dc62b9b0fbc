package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Infers the general types of a program's functions when they are first asked for. Functions that refer to each other
 * while both are being inferred form a group (Tarjan's strongly connected components, found on the way) and are
 * generalised together.
 */
final class FunctionChecker implements Schemes {
    private static final int MAX_ROUNDS = 4;

    private final Session session;
    private final List<FunctionSymbol> stack = new ArrayList<>();
    private final List<FunctionSymbol> active = new ArrayList<>();
    /** General types taken for granted while a polymorphically recursive function is inferred. */
    private final Map<FunctionSymbol, Scheme> assumptions = new HashMap<>();
    private int nextIndex;

    FunctionChecker(ProgramTables tables, Findings findings) { this.session = new Session(tables, findings, this, false); }

    Session session() { return session; }

    void check(FunctionSymbol function) {
        if (function.scheme() == null && function.inferring == null) infer(function);
    }

    @Override public Scheme.Use use(FunctionSymbol function, Session ignored, Place at) {
        if (function.scheme() == null && function.isLibrary()) AnnotatedSchemes.of(function);
        if (function.scheme() == null && function.inferring == null) infer(function);
        if (function.scheme() != null) return function.scheme().instantiate(session, at);
        if (assumptions.containsKey(function)) return assumptions.get(function).instantiate(session, at);
        FunctionSymbol.Inferring types = function.inferring;
        if (!active.isEmpty()) {
            FunctionSymbol.Inferring user = active.getLast().inferring;
            user.low = Math.min(user.low, types.low);
        }
        return new Scheme.Use(types.typeParams, types.params, types.result);
    }

    private void infer(FunctionSymbol function) {
        Unifier unifier = session.unifier();
        unifier.enterLevel();
        int findings = session.findings().size();
        FunctionInference inference = start(function);
        stack.add(function);
        active.add(function);
        inference.infer();
        if (session.findings().size() > findings && inference.mixesTuples()) {
            session.findings().truncate(findings);
            int low = function.inferring.low;
            inference = start(function);
            function.inferring.low = Math.min(low, function.inferring.index);
            inference.separateTuples();
            inference.infer();
        }
        if (session.findings().hasSince(findings, "T14")) inferPolymorphicRecursion(function, findings);
        active.removeLast();
        unifier.leaveLevel();
        FunctionSymbol.Inferring types = function.inferring;
        if (types.low >= types.index) generaliseGroup(function);
        else keepInGroup(types);
    }

    /**
     * A function that calls itself at another type: inferred again with nothing known of the recursive calls, then with
     * what that gave, until nothing changes (Mycroft's iteration, bounded).
     */
    private void inferPolymorphicRecursion(FunctionSymbol function, int findings) {
        FunctionSymbol.Inferring first = function.inferring;
        Scheme assumption = AnnotatedSchemes.unknown(function);
        List<Diagnostic> original = session.findings().since(findings);
        boolean stable = false;
        for (int round = 0; round < MAX_ROUNDS && !stable; round++) {
            session.findings().truncate(findings);
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
        if (session.findings().size() > findings || !stable) {
            session.findings().truncate(findings);
            original.forEach(session.findings()::add);
            function.inferring = first;
        }
    }

    private static String printed(List<Type> params, Type result) { return new TypePrinter().print(new Type.Function(params, result)); }

    private FunctionInference start(FunctionSymbol function) {
        Annotations annotations = new Annotations(function, session.unifier()::fresh, (name, span) ->
                new UnknownTypes(session, function.module()).report(name, new Place(function.file(), span)));
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
            FunctionSymbol.Inferring user = active.getLast().inferring;
            user.low = Math.min(user.low, types.low);
        }
        Unifier unifier = session.unifier();
        for (Type type : types.params) unifier.lower(type);
        unifier.lower(types.result);
    }

    private void generaliseGroup(FunctionSymbol root) {
        List<FunctionSymbol> group = new ArrayList<>();
        FunctionSymbol member;
        do {
            member = stack.removeLast();
            group.add(member);
        } while (member != root);
        int level = session.unifier().level();
        List<Scheme> schemes = new ArrayList<>();
        for (FunctionSymbol f : group) {
            schemes.add(Scheme.generalise(f.inferring.typeParams, f.inferring.params, f.inferring.result, level));
        }
        for (int i = 0; i < schemes.size(); i++) group.get(i).generalised(schemes.get(i));
    }
}
