package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.List;

/** Assignment to fields, elements and module variables (chapter 1, section 6.3; chapter 4, section 5.3). */
final class Assignments {
    private final Body body;

    Assignments(Body body) { this.body = body; }

    /** Puts a new value into a place. */
    private interface Store {
        Core emit(Emitter out, Core value);
    }

    /** Hands code that is made later to an assignment inferred now. */
    private static final class Slot {
        private Core value;

        Typed read(Type type) { return new Typed(type, _ -> value); }

        Store store(Typed.Emit assignment) {
            return (out, core) -> {
                value = core;
                return assignment.emit(out);
            };
        }
    }

    Typed.Emit assign(Stmt.Assign a, LocalScope scope) {
        return switch (a.target()) {
            case Expr.Field f -> field(f, body.infer(a.value(), scope), scope, a.span());
            case Expr.Index i -> element(i, body.infer(a.value(), scope), scope, a.span());
            default -> {
                body.report().other("B4", body.place(a.target().span()), "this cannot be assigned to", null);
                body.infer(a.value(), scope);
                yield _ -> Body.unit(a.span());
            }
        };
    }

    private Typed.Emit field(Expr.Field f, Typed value, LocalScope scope, Span span) {
        Typed receiver = body.infer(f.receiver(), scope);
        Type type = fieldType(receiver, f, span);
        body.session().unify(type, value.type(), body.place(span));
        body.session().drain();
        return out -> {
            Type owner = out.concrete(receiver.type());
            FieldAccess access = FieldAccess.of(owner, f.name().text());
            Core target = receiver.emit().emit(out);
            if (access == null) return out.setDynamicField(target, f.name().text(), value.emit().emit(out), span);
            return out.setField(target, access.constructor(), access.index(), value.emit().emit(out), span);
        };
    }

    private Type fieldType(Typed receiver, Expr.Field f, Span span) {
        body.session().drain();
        Type owner = Unifier.prune(receiver.type());
        boolean reactive = owner instanceof Type.Con con && con.symbol().reactive();
        if (reactive && FieldAccess.of(owner, f.name().text()) == null) return body.fresh();
        if (!reactive && owner instanceof Type.Con con && isFixed(con.symbol()) && !body.session().elaborating()) {
            body.report().fixedField(body.place(f.name().span()), con.symbol(), f.name().text());
        }
        TypeVariable type = body.fresh();
        body.session().require(new FieldConstraint(body.place(span), body.module(), owner, f.name().text(), type));
        return type;
    }

    private static boolean isFixed(TypeSymbol symbol) { return symbol.kind() == TypeSymbol.Kind.RECORD && !symbol.mutable(); }

    /** {@code a[i] = e}: arrays change in place, lists and maps are replaced by a changed copy where they are held. */
    private Typed.Emit element(Expr.Index i, Typed value, LocalScope scope, Span span) {
        if (i.indices().size() != 1) {
            body.report().other("B4", body.place(i.span()), "this cannot be assigned to", null);
            return _ -> Body.unit(span);
        }
        Typed container = body.infer(i.receiver(), scope);
        Typed index = body.infer(i.indices().getFirst(), scope);
        body.session().drain();
        Type type = Unifier.prune(container.type());
        List<Operand> operands = List.of(Operand.of(container, i.receiver().span()),
                Operand.of(index, i.indices().getFirst().span()), Operand.of(value, span));
        Typed changed = changed(type, operands, scope, i, span);
        Store store = store(i.receiver(), scope);
        return out -> {
            Core updated = changed.emit().emit(out);
            boolean inPlace = out.concrete(container.type()) instanceof Type.Con con && isArray(con.symbol())
                    || updated.type().equals(BuiltinTypes.UNIT);
            return inPlace ? updated : store.emit(out, updated);
        };
    }

    private Typed changed(Type type, List<Operand> operands, LocalScope scope, Expr.Index i, Span span) {
        if (type instanceof Type.Con con && !con.symbol().constructors().isEmpty()) {
            String hook = Collections.hook(con.symbol(), "Set");
            List<? extends Callable> functions = body.lookup().functions(hook);
            if (!functions.isEmpty()) return body.calls().candidates(functions, hook, operands, List.of(), scope, null, span, false);
        }
        List<? extends Callable> candidates = body.session().tables().builtins().named("%indexSet");
        if (type instanceof Type.Con && candidates.stream().noneMatch(c ->
                Compatibility.score(c.shape().getFirst(), type) != Compatibility.NO)) {
            body.report().quoted(body.place(i.span()), BuiltinTypes.list(body.fresh()), type);
            return body.erroneous(span);
        }
        return body.calls().candidates(candidates, "[]", operands, List.of(), scope, null, span, false);
    }

    private static boolean isArray(TypeSymbol symbol) {
        return symbol == BuiltinTypes.INT64_ARRAY_SYMBOL || symbol == BuiltinTypes.FLOAT64_ARRAY_SYMBOL
                || symbol == BuiltinTypes.FLOAT32_ARRAY_SYMBOL;
    }

    /** Where a changed container goes back to. */
    private Store store(Expr place, LocalScope scope) {
        Span span = place.span();
        switch (place) {
            case Expr.Variable v -> {
                Variable variable = scope.find(v.name());
                if (variable != null && !variable.isPolymorphic()) {
                    variable.assign();
                    return (out, value) -> new Core.LocalSet(variable.local(out), value, BuiltinTypes.UNIT, span);
                }
                ModuleScope.MvarDeclaration mvar = body.lookup().mvar(v.name());
                if (mvar != null) return (_, value) -> locked(mvar.symbol(), value, span);
            }
            case Expr.Field f -> {
                Slot slot = new Slot();
                Typed.Emit emit = field(f, slot.read(body.infer(f, scope).type()), scope, span);
                return slot.store(emit);
            }
            case Expr.Index i -> {
                Slot slot = new Slot();
                Typed.Emit emit = element(i, slot.read(body.infer(i, scope).type()), scope, span);
                return slot.store(emit);
            }
            default -> { }
        }
        return (_, value) -> value;
    }

    private static Core locked(MvarSymbol mvar, Core value, Span span) {
        return new Core.MvarLocked(mvar, new Core.MvarSet(mvar, value, BuiltinTypes.UNIT, span), BuiltinTypes.UNIT, span);
    }

    /** {@code m = e}: atomic read-modify-write if e mentions m. */
    Typed.Emit mvar(ModuleScope.MvarDeclaration mvar, Stmt.Binding b, LocalScope scope) {
        MvarSymbol symbol = mvar.symbol();
        Typed value = body.infer(b.value(), scope, symbol.type());
        Type found = Unifier.prune(value.type());
        Mismatch m = body.session().unifier().unify(symbol.type(), value.type());
        if (m != null) {
            if (m.depth() == 0) body.report().plain(body.place(b.span()), symbol.type(), found);
            else body.report().mismatch(body.place(b.span()), m);
        }
        body.session().drain();
        boolean selfUpdating = new Mentions().of(b.value()).contains(symbol.name());
        return out -> {
            Core set = new Core.MvarSet(symbol, value.emit().emit(out), BuiltinTypes.UNIT, b.span());
            return selfUpdating ? new Core.MvarLocked(symbol, set, BuiltinTypes.UNIT, b.span()) : set;
        };
    }
}
