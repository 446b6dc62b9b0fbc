package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** Tuples, lists, maps, sets, indexing and interpolated strings. */
final class Collections {
    private final Body body;

    Collections(Body body) { this.body = body; }

    Typed interpolation(Expr.Interpolation i, LocalScope scope) {
        List<Typed> parts = i.parts().stream().map(p -> body.infer(p, scope)).toList();
        return new Typed(BuiltinTypes.STRING, true, out -> {
            List<Core> shown = new ArrayList<>();
            for (int k = 0; k < parts.size(); k++) {
                Typed part = parts.get(k);
                shown.add(out.structural().show(out.concrete(part.type()), part.emit().emit(out), i.parts().get(k).span()));
            }
            return new Core.Concat(shown, BuiltinTypes.STRING, i.span());
        });
    }

    Typed tuple(Expr.Tuple t, LocalScope scope, Type expected) {
        List<Type> hints = expected != null && Unifier.prune(expected) instanceof Type.Tuple e
                && e.elements().size() == t.elements().size() ? e.elements() : null;
        List<Typed> elements = new ArrayList<>();
        for (int i = 0; i < t.elements().size(); i++) {
            elements.add(body.infer(t.elements().get(i), scope, hints == null ? null : hints.get(i)));
        }
        Type type = new Type.Tuple(elements.stream().map(Typed::type).toList());
        return new Typed(type, true, out -> new Core.MakeTuple(emitAll(out, elements).stream().map(Absent::raw).toList(),
                out.concrete(type), t.span()));
    }

    static List<Core> emitAll(Emitter out, List<Typed> values) {
        List<Core> cores = new ArrayList<>(values.size());
        for (Typed value : values) cores.add(value.emit().emit(out));
        return cores;
    }

    Typed list(Expr.ListLit l, LocalScope scope, Type expected) {
        Type element = body.fresh();
        Type hint = expected != null && Unifier.prune(expected) instanceof Type.Con con
                && con.symbol() == BuiltinTypes.LIST_SYMBOL && con.args().size() == 1 ? con.args().getFirst() : element;
        List<Typed> elements = new ArrayList<>();
        for (Expr e : l.elements()) {
            Typed value = body.infer(e, scope, hint);
            body.session().unifyLeniently(element, value.type(), body.place(e.span()));
            elements.add(value);
        }
        Type type = BuiltinTypes.list(element);
        Typed tail = l.tail() == null ? null : body.infer(l.tail(), scope, type);
        if (tail != null) body.session().unify(type, tail.type(), body.place(l.tail().span()));
        body.session().drain();
        return new Typed(type, true, out -> new Core.MakeList(emitAll(out, elements), tail == null ? null : tail.emit().emit(out),
                out.concrete(type), l.span()));
    }

    Typed range(Expr.RangeList r, LocalScope scope) {
        Typed low = integer(r.low(), scope);
        Typed high = integer(r.high(), scope);
        Type type = BuiltinTypes.list(BuiltinTypes.INT);
        return new Typed(type, true, out -> out.helper("%rangeList", List.of(BuiltinTypes.INT, BuiltinTypes.INT), type,
                List.of(low.emit().emit(out), high.emit().emit(out)), r.span()));
    }

    Typed integer(Expr e, LocalScope scope) {
        Typed value = body.infer(e, scope);
        body.session().unify(BuiltinTypes.INT, value.type(), body.place(e.span()));
        body.session().drain();
        return value;
    }

    Typed map(Expr.MapLit m, LocalScope scope) {
        List<Typed> keys = new ArrayList<>();
        List<Typed> values = new ArrayList<>();
        for (Expr.MapEntry entry : m.entries()) {
            Typed k = body.infer(entry.key(), scope);
            keys.add(k);
            Typed v = body.infer(entry.value(), scope);
            values.add(v);
        }
        body.session().drain();
        Type key = common(keys.stream().map(Typed::type).toList());
        Type value = common(values.stream().map(Typed::type).toList());
        if (!keys.isEmpty()) {
            body.session().bound(body.place(m.span()), "Hash", key);
            body.session().bound(body.place(m.span()), "Eq", key);
        }
        Type type = BuiltinTypes.map(key, value);
        return new Typed(type, true, out -> out.structural().makeMap(emitAll(out, keys), emitAll(out, values),
                (Type.Con) out.concrete(type), m.span()));
    }

    /** The type all are, or dynamic: maps and tuples may mix. */
    private Type common(List<Type> parts) {
        Type type = body.fresh();
        boolean same = true;
        for (Type part : parts) same &= body.session().unifier().tryUnify(type, part);
        return same ? type : BuiltinTypes.DYNAMIC;
    }

    Typed set(Expr.SetLit s, LocalScope scope) {
        Type element = body.fresh();
        List<Typed> elements = new ArrayList<>();
        for (Expr e : s.elements()) {
            Typed value = body.infer(e, scope);
            body.session().unifyLeniently(element, value.type(), body.place(e.span()));
            elements.add(value);
        }
        body.session().drain();
        if (!elements.isEmpty()) {
            body.session().bound(body.place(s.span()), "Hash", element);
            body.session().bound(body.place(s.span()), "Eq", element);
        }
        Type type = BuiltinTypes.set(element);
        return new Typed(type, true, out -> out.structural().makeSet(emitAll(out, elements), (Type.Con) out.concrete(type), s.span()));
    }

    Typed index(Expr.Index i, LocalScope scope) {
        Typed receiver = body.infer(i.receiver(), scope);
        if (i.indices().size() != 1) {
            body.report().other("T1", body.place(i.span()), "an index is a single value", null);
            return body.erroneous(i.span());
        }
        Typed index = body.infer(i.indices().getFirst(), scope);
        body.session().drain();
        Type type = Unifier.prune(receiver.type());
        if (type instanceof Type.Tuple tuple) return tupleIndex(tuple, receiver, index, i);
        Operand container = Operand.of(receiver, i.receiver().span());
        Operand at = Operand.of(index, i.indices().getFirst().span());
        if (type instanceof Type.Con con && !con.symbol().constructors().isEmpty()) {
            String hook = hook(con.symbol(), "Get");
            List<? extends Callable> functions = body.lookup().functions(hook);
            if (!functions.isEmpty()) {
                return body.calls().candidates(functions, hook, List.of(container, at), List.of(), scope, null, i.span(), false);
            }
        }
        List<? extends Callable> candidates = body.session().tables().builtins().named("%index");
        if (type instanceof Type.Con && candidates.stream().noneMatch(c ->
                Compatibility.score(c.shape().getFirst(), type) != Compatibility.NO)) {
            body.report().quoted(body.place(i.span()), BuiltinTypes.list(body.fresh()), type);
            return body.erroneous(i.span());
        }
        return body.calls().candidates(candidates, "[]", List.of(container, at), List.of(), scope, null, i.span(), false);
    }

    /** {@code gridGet} for a type {@code Grid}. */
    static String hook(TypeSymbol type, String suffix) {
        return Character.toLowerCase(type.name().charAt(0)) + type.name().substring(1) + suffix;
    }

    private Typed tupleIndex(Type.Tuple tuple, Typed receiver, Typed index, Expr.Index i) {
        if (!(i.indices().getFirst() instanceof Expr.IntLit literal)) return tupleIndexAtRunTime(tuple, receiver, index, i);
        int at = literal.value().intValue();
        if (at < 0 || at >= tuple.elements().size()) {
            body.report().noField(body.place(i.span()), tuple, String.valueOf(at));
            return body.erroneous(i.span());
        }
        Type element = tuple.elements().get(at);
        return new Typed(element, true, out -> new Core.TupleGet(receiver.emit().emit(out), at, out.concrete(element), i.span()));
    }

    /** Which element it is shows when the program runs: of a tuple of several types it has any type. */
    private Typed tupleIndexAtRunTime(Type.Tuple tuple, Typed receiver, Typed index, Expr.Index i) {
        body.session().unify(BuiltinTypes.INT, index.type(), body.place(i.indices().getFirst().span()));
        body.session().drain();
        Type element = common(tuple.elements());
        return new Typed(element, true, out -> out.helper("%indexTuple", List.of(BuiltinTypes.DYNAMIC, BuiltinTypes.INT),
                out.concrete(element), List.of(receiver.emit().emit(out), index.emit().emit(out)), i.span()));
    }
}
