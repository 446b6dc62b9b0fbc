package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import java.util.List;
import java.util.function.Consumer;

/** Generic traversal of the typed tree. */
final class CoreTree {
    private CoreTree() {}

    /** Direct parts of an expression in evaluation order, expressions inside patterns included; lambda bodies too. */
    static void forEachChild(Core e, Consumer<Core> visit) {
        switch (e) {
            case Core.Const _, Core.LocalGet _, Core.Continue _, Core.FunctionValue _, Core.Rethrow _, Core.Raise _,
                 Core.MvarGet _ -> { }
            case Core.Bind b -> visit.accept(b.value());
            case Core.BindFunctions b -> b.lambdas().forEach(visit);
            case Core.LocalSet s -> visit.accept(s.value());
            case Core.Block b -> b.body().forEach(visit);
            case Core.If i -> all(visit, i.condition(), i.then(), i.otherwise());
            case Core.And a -> all(visit, a.left(), a.right());
            case Core.Or o -> all(visit, o.left(), o.right());
            case Core.Not n -> visit.accept(n.value());
            case Core.Match m -> {
                m.subjects().forEach(visit);
                arms(m.arms(), visit);
                visit.accept(m.otherwise());
            }
            case Core.While w -> all(visit, w.condition(), w.body());
            case Core.For f -> all(visit, f.low(), f.high(), f.body());
            case Core.Break b -> all(visit, b.value());
            case Core.Return r -> all(visit, r.value());
            case Core.Call c -> c.args().forEach(visit);
            case Core.CallValue c -> {
                visit.accept(c.function());
                c.args().forEach(visit);
            }
            case Core.CallBuiltin c -> c.args().forEach(visit);
            case Core.Lambda l -> visit.accept(l.body());
            case Core.Construct c -> c.args().forEach(visit);
            case Core.FieldGet g -> visit.accept(g.value());
            case Core.FieldSet s -> all(visit, s.target(), s.value());
            case Core.MakeTuple t -> t.elements().forEach(visit);
            case Core.TupleGet g -> visit.accept(g.value());
            case Core.MakeList l -> {
                l.elements().forEach(visit);
                all(visit, l.tail());
            }
            case Core.MakeMap m -> {
                for (int i = 0; i < m.keys().size(); i++) all(visit, m.keys().get(i), m.values().get(i));
            }
            case Core.MakeSet s -> s.elements().forEach(visit);
            case Core.Concat c -> c.parts().forEach(visit);
            case Core.Arithmetic a -> all(visit, a.left(), a.right());
            case Core.Negate n -> visit.accept(n.value());
            case Core.Compare c -> all(visit, c.left(), c.right());
            case Core.Try t -> all(visit, t.body(), t.handler(), t.cleanup());
            case Core.Throw t -> visit.accept(t.value());
            case Core.Receive r -> {
                all(visit, r.timeout());
                arms(r.arms(), visit);
                all(visit, r.onTimeout());
            }
            case Core.Spawn s -> visit.accept(s.thunk());
            case Core.Send s -> all(visit, s.target(), s.message());
            case Core.MvarSet s -> visit.accept(s.value());
            case Core.MvarLocked l -> visit.accept(l.body());
        }
    }

    /** The patterns written directly in an expression, outermost first, with everything inside them. */
    static void forEachPattern(Core e, Consumer<CorePattern> visit) {
        List<Core.Arm> arms = switch (e) {
            case Core.Match m -> m.arms();
            case Core.Receive r -> r.arms();
            default -> List.of();
        };
        for (Core.Arm arm : arms) for (CorePattern p : arm.patterns()) deep(p, visit);
    }

    /** A pattern and everything inside it. */
    static void deep(CorePattern p, Consumer<CorePattern> visit) {
        visit.accept(p);
        switch (p) {
            case CorePattern.Tuple t -> t.elements().forEach(q -> deep(q, visit));
            case CorePattern.ListOf l -> {
                l.elements().forEach(q -> deep(q, visit));
                if (l.rest() != null) deep(l.rest(), visit);
            }
            case CorePattern.StringPrefix s -> deep(s.rest(), visit);
            case CorePattern.Constructor c -> c.fields().forEach(q -> deep(q, visit));
            case CorePattern.MapOf m -> m.entries().forEach(entry -> deep(entry.value(), visit));
            case CorePattern.All a -> a.patterns().forEach(q -> deep(q, visit));
            case CorePattern.Or o -> o.alternatives().forEach(q -> deep(q, visit));
            case CorePattern.Wildcard _, CorePattern.OfPrimitive _, CorePattern.Bind _, CorePattern.Assign _, CorePattern.Literal _,
                 CorePattern.Equal _, CorePattern.Holds _, CorePattern.Range _, CorePattern.SetOf _ -> { }
        }
    }

    /** Whether evaluating the expression can assign a variable of the function it stands in. */
    static boolean assigns(Core e) {
        if (e instanceof Core.LocalSet) return true;
        if (e instanceof Core.Const || e instanceof Core.LocalGet || e instanceof Core.Lambda) return false;
        boolean[] found = {false};
        forEachPattern(e, p -> found[0] |= p instanceof CorePattern.Assign);
        if (!found[0]) forEachChild(e, child -> found[0] = found[0] || assigns(child));
        return found[0];
    }

    private static void arms(List<Core.Arm> arms, Consumer<Core> visit) {
        for (Core.Arm arm : arms) {
            for (CorePattern pattern : arm.patterns()) deep(pattern, p -> operands(p, visit));
            all(visit, arm.guard(), arm.body());
        }
    }

    private static void operands(CorePattern p, Consumer<Core> visit) {
        switch (p) {
            case CorePattern.Equal q -> visit.accept(q.value());
            case CorePattern.Holds h -> visit.accept(h.condition());
            case CorePattern.MapOf m -> m.entries().forEach(entry -> visit.accept(entry.key()));
            case CorePattern.SetOf s -> s.elements().forEach(visit);
            default -> { }
        }
    }

    private static void all(Consumer<Core> visit, Core... parts) {
        for (Core part : parts) if (part != null) visit.accept(part);
    }
}
