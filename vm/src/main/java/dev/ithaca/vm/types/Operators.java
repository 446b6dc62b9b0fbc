package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** Operators (chapter 2, section 5). */
final class Operators {
    private static final Type BIGINT = new Type.Con(BuiltinTypes.BIGINT_SYMBOL);

    private final Body body;

    Operators(Body body) { this.body = body; }

    Typed binary(Expr.Binary b, LocalScope scope, Type expected) {
        return switch (b.op()) {
            case ADD, SUB, MUL, DIV, REM, POW -> arithmetic(b, scope);
            case CONCAT -> concat(b, scope, expected);
            case CONS -> cons(b, scope, expected);
            case EQ, NE -> comparison(b, "Eq", scope);
            case LT, LE, GT, GE -> comparison(b, "Ord", scope);
            case AND, OR -> logical(b, scope);
        };
    }

    private Typed logical(Expr.Binary b, LocalScope scope) {
        Typed left = truth(b.left(), scope);
        Typed right = truth(b.right(), scope);
        return new Typed(BuiltinTypes.BOOL, true, out -> {
            Core l = left.emit().emit(out);
            Core r = right.emit().emit(out);
            return b.op() == BinaryOp.AND ? new Core.And(l, r, BuiltinTypes.BOOL, b.span())
                    : new Core.Or(l, r, BuiltinTypes.BOOL, b.span());
        });
    }

    /** An expression that must be a Bool. */
    Typed truth(Expr e, LocalScope scope) {
        Typed value = body.infer(e, scope, BuiltinTypes.BOOL);
        body.session().unify(value.type(), BuiltinTypes.BOOL, body.place(e.span()));
        body.session().drain();
        return value;
    }

    Typed unary(Expr.Unary u, LocalScope scope) {
        if (u.op() == Expr.UnaryOp.NOT) {
            Typed value = truth(u.operand(), scope);
            return new Typed(BuiltinTypes.BOOL, true, out -> new Core.Not(value.emit().emit(out), BuiltinTypes.BOOL, u.span()));
        }
        Typed value = body.infer(u.operand(), scope);
        body.session().drain();
        body.session().bound(body.place(u.span()), "Num", value.type());
        return new Typed(value.type(), value.known(), out -> {
            Type type = out.concrete(value.type());
            if (type instanceof Type.Con con && con.symbol().name().startsWith("UInt")) {
                Core none = new Core.Raise("Panic", "Neg: a " + con.symbol().name() + " cannot be negative", type, u.span());
                return new Core.Block(List.of(value.emit().emit(out), none), type, u.span());
            }
            return new Core.Negate(type, value.emit().emit(out), type, u.span());
        });
    }

    // ---- arithmetic

    private Typed arithmetic(Expr.Binary b, LocalScope scope) {
        Typed left = body.infer(b.left(), scope);
        Typed right = body.infer(b.right(), scope);
        Session session = body.session();
        session.drain();
        Place place = body.place(b.span());
        Type l = Unifier.prune(left.type());
        Type r = Unifier.prune(right.type());
        boolean known = (left.known() && right.known()) || session.elaborating();
        Typed method = userOperator(b, left, right, scope);
        if (method != null) return method;
        Type mixed = known ? mixed(l, r) : null;
        if (mixed != null) return arithmeticOf(b, left, right, mixed, true);
        Type result = l;
        if (l instanceof TypeVariable v && isLiteralType(r) && v.open) session.bound(place, "Num", l);
        else if (r instanceof TypeVariable v && isLiteralType(l) && v.open) {
            session.bound(place, "Num", r);
            result = r;
        } else if (l instanceof Type.Dynamic) result = r;
        else if (!(l instanceof TypeVariable) && !mayBeNumeric(l)) {
            if (left.known() || r instanceof TypeVariable || l.equals(r)) session.bound(place, "Num", l);
            else session.report().missingTrait(place, l, "Num", l, r);
            return arithmeticOf(b, left, right, body.fresh(), false);
        } else {
            Mismatch mismatch = session.unifier().unify(l, r);
            if (mismatch == null) session.bound(place, "Num", l);
            else if (mixed(l, r) != null && (b.left() instanceof Expr.MethodCall || b.right() instanceof Expr.MethodCall)) {
                session.report().plain(place, l, r);
            } else {
                session.report().mismatch(place, mismatch);
            }
        }
        session.drain();
        return arithmeticOf(b, left, right, result, left.known() && right.known());
    }

    private static boolean isLiteralType(Type type) { return type.equals(BuiltinTypes.INT) || type.equals(BuiltinTypes.FLOAT); }

    private boolean mayBeNumeric(Type type) {
        ImplTable implementations = body.session().tables().implementations();
        return TraitSolver.isNumeric(type) || implementations.find(type, "Num") != null || type.equals(BuiltinTypes.UNIT)
                || OperatorMethods.anyFor(implementations, type, "Num");
    }

    /** Int meets Float or BigInt; null for any other pair. */
    private static Type mixed(Type l, Type r) {
        for (Type wide : List.of(BuiltinTypes.FLOAT, BIGINT)) {
            if (l.equals(BuiltinTypes.INT) && r.equals(wide) || l.equals(wide) && r.equals(BuiltinTypes.INT)) return wide;
        }
        return null;
    }

    private Typed arithmeticOf(Expr.Binary b, Typed left, Typed right, Type result, boolean known) {
        return new Typed(result, known, out -> {
            Type l = out.concrete(left.type());
            Type r = out.concrete(right.type());
            Core a = left.emit().emit(out);
            Core c = right.emit().emit(out);
            Core user = out.userOperator(b.op(), l, List.of(l, r), out.concrete(result), List.of(a, c), b.span());
            if (user != null) return user;
            if (l instanceof Type.Dynamic || r instanceof Type.Dynamic) {
                return new Core.Arithmetic(b.op(), BuiltinTypes.DYNAMIC, a, c, BuiltinTypes.DYNAMIC, b.span());
            }
            Type type = l.equals(r) ? l : mixed(l, r) != null ? mixed(l, r) : l.equals(BuiltinTypes.INT) ? r : l;
            return new Core.Arithmetic(b.op(), type, out.convertNumber(a, type), out.convertNumber(c, type), type, b.span());
        });
    }

    /** The operator's method if the left operand's type implements it, or a function for scalars beside it. */
    private Typed userOperator(Expr.Binary b, Typed left, Typed right, LocalScope scope) {
        Type l = Unifier.prune(left.type());
        if (!(l instanceof Type.Con con) || con.symbol().constructors().isEmpty()) return null;
        ImplTable implementations = body.session().tables().implementations();
        FunctionSymbol found = OperatorMethods.find(implementations, l, b.op());
        List<Operand> operands = List.of(Operand.of(left, b.left().span()), Operand.of(right, b.right().span()));
        boolean number = isLiteralType(Unifier.prune(right.type()));
        if (found == null) {
            return number && implementations.find(l, "Num") != null ? scalar(b, con, operands, scope) : null;
        }
        if (number && Compatibility.score(found.shape().get(1), right.type()) == Compatibility.NO) {
            Typed scalar = scalar(b, con, operands, scope);
            if (scalar != null) return scalar;
        }
        return body.calls().apply(found, operands, List.of(), scope, b.span(), false);
    }

    /** {@code vMulScalar(v, 3.0)} serves {@code v * 3}. */
    private Typed scalar(Expr.Binary b, Type.Con left, List<Operand> operands, LocalScope scope) {
        String method = OperatorMethods.name(b.op());
        if (method == null) return null;
        String type = left.symbol().name();
        String name = Character.toLowerCase(type.charAt(0)) + type.substring(1) + Character.toUpperCase(method.charAt(0))
                + method.substring(1) + "Scalar";
        List<? extends Callable> functions = body.lookup().functions(name);
        if (functions.isEmpty()) return null;
        Typed number = operands.get(1).typed();
        Typed converted = new Typed(BuiltinTypes.FLOAT, out -> out.convertNumber(number.emit().emit(out), BuiltinTypes.FLOAT));
        return body.calls().candidates(functions, name, List.of(operands.getFirst(), Operand.of(converted, b.right().span())),
                List.of(), scope, null, b.span(), false);
    }

    // ---- comparison

    private Typed comparison(Expr.Binary b, String trait, LocalScope scope) {
        Typed left = body.infer(b.left(), scope);
        Typed right = body.infer(b.right(), scope, left.type());
        Session session = body.session();
        session.drain();
        Place place = body.place(b.span());
        Mismatch mismatch = session.unifier().unify(left.type(), right.type());
        if (mismatch != null && mismatch.kind() != Mismatch.Kind.TUPLE_LENGTH) session.report().mismatch(place, mismatch);
        session.drain();
        if (mismatch == null) session.bound(place, trait, left.type());
        return new Typed(BuiltinTypes.BOOL, true, out -> {
            Type l = out.concrete(left.type());
            Type r = out.concrete(right.type());
            Type operand = l.equals(r) ? l : BuiltinTypes.DYNAMIC;
            return out.structural().compare(b.op(), operand, left.emit().emit(out),
                    right.emit().emit(out), b.span());
        });
    }

    // ---- concatenation

    private Typed concat(Expr.Binary b, LocalScope scope, Type expected) {
        Typed left = body.infer(b.left(), scope, expected);
        Typed right = body.infer(b.right(), scope, expected);
        Session session = body.session();
        session.drain();
        Typed method = userOperator(b, left, right, scope);
        if (method != null) return method;
        Type l = Unifier.prune(left.type());
        Type r = Unifier.prune(right.type());
        Type result = concatenated(l, r, left.known() && right.known(), body.place(b.span()));
        session.drain();
        return new Typed(result, out -> emitConcat(out, left, right, result, b.span()));
    }

    private Type concatenated(Type l, Type r, boolean known, Place place) {
        Session session = body.session();
        if (isList(l) && isList(r)) {
            // Lists of different elements may be joined; the value is typed by the left one.
            session.unifier().tryUnify(l, r);
            return l;
        }
        if (l instanceof TypeVariable || r instanceof TypeVariable) return concatenatedUnknown(l, r, place);
        if (l.equals(BuiltinTypes.STRING) && r.equals(BuiltinTypes.STRING)) return l;
        if (l instanceof Type.Dynamic) return r;
        if (r instanceof Type.Dynamic) return l;
        if (isList(l) && r.equals(BuiltinTypes.STRING) || l.equals(BuiltinTypes.STRING) && isList(r)) {
            session.report().quoted(place, l, r);
            return l;
        }
        Type culprit = l.equals(BuiltinTypes.STRING) || isList(l) ? r : l;
        if (known) session.report().missingTrait(place, culprit, "Concat");
        else session.report().missingTrait(place, culprit, "Concat", l, r);
        return l;
    }

    private Type concatenatedUnknown(Type l, Type r, Place place) {
        Session session = body.session();
        if (l instanceof TypeVariable && r instanceof TypeVariable) {
            session.unify(l, r, place);
            session.bound(place, "Concat", l);
            return l;
        }
        Type known = l instanceof TypeVariable ? r : l;
        Type unknown = l instanceof TypeVariable ? l : r;
        if (isList(known)) {
            session.unify(known, unknown, place);
            return known;
        }
        session.bound(place, "Concat", known);
        session.bound(place, "Concat", unknown);
        return known;
    }

    private static boolean isList(Type type) { return type instanceof Type.Con con && con.symbol() == BuiltinTypes.LIST_SYMBOL; }

    private Core emitConcat(Emitter out, Typed left, Typed right, Type result, Span span) {
        Core l = left.emit().emit(out);
        Core r = right.emit().emit(out);
        Type type = out.concrete(result);
        Type lt = out.concrete(left.type());
        Core user = out.userOperator(BinaryOp.CONCAT, lt, List.of(lt, out.concrete(right.type())), type, List.of(l, r), span);
        if (user != null) return user;
        Type rt = out.concrete(right.type());
        boolean text = lt.equals(BuiltinTypes.STRING) || rt.equals(BuiltinTypes.STRING);
        if (text) return new Core.Concat(List.of(l, r), BuiltinTypes.STRING, span);
        if (lt instanceof Type.Con con && con.symbol() == BuiltinTypes.LIST_SYMBOL || isList(rt)) {
            return out.helper("%concat", List.of(lt, lt), type, List.of(l, r), span);
        }
        return out.helper("%concat", List.of(BuiltinTypes.DYNAMIC, BuiltinTypes.DYNAMIC), type, List.of(l, r), span);
    }

    private Typed cons(Expr.Binary b, LocalScope scope, Type expected) {
        Typed head = body.infer(b.left(), scope);
        Typed tail = body.infer(b.right(), scope, expected);
        Type list = BuiltinTypes.list(head.type());
        body.session().unify(list, tail.type(), body.place(b.span()));
        body.session().drain();
        return new Typed(list, out -> new Core.MakeList(List.of(head.emit().emit(out)), tail.emit().emit(out),
                out.concrete(list), b.span()));
    }
}
