package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Short names for building typed trees by hand. */
public final class CoreDsl {
    public static final Span AT = new Span(0, 1);
    public static final Type INT = BuiltinTypes.INT;
    public static final Type FLOAT = BuiltinTypes.FLOAT;
    public static final Type BOOL = BuiltinTypes.BOOL;
    public static final Type STRING = BuiltinTypes.STRING;
    public static final Type UNIT = BuiltinTypes.UNIT;
    public static final Type DYN = BuiltinTypes.DYNAMIC;
    public static final Type NEVER = new Type.Con(BuiltinTypes.NEVER_SYMBOL);
    public static final Type INTS = BuiltinTypes.list(INT);
    private static final SourceFile FILE = new SourceFile("test.nos", " ");

    private CoreDsl() {}

    /** A function whose body may refer to the function itself. */
    public static FunctionInstance function(String name, Type result, List<Local> params, Function<FunctionInstance, Core> body) {
        FunctionInstance[] self = new FunctionInstance[1];
        self[0] = new FunctionInstance("", name, name + "/", params.stream().map(Local::type).toList(), result,
                () -> new Core.Function(self[0], params, body.apply(self[0]), FILE, AT));
        return self[0];
    }

    public static FunctionInstance function(String name, Type result, List<Local> params, Core body) {
        return function(name, result, params, _ -> body);
    }

    public static Local local(String name, Type type) { return new Local(name, type, false, false); }

    public static Local var(String name, Type type) { return new Local(name, type, true, false); }

    public static Core get(Local local) { return new Core.LocalGet(local, local.type(), AT); }

    public static Core set(Local local, Core value) { return new Core.LocalSet(local, value, UNIT, AT); }

    public static Core bind(Local local, Core value) { return new Core.Bind(local, value, UNIT, AT); }

    public static Core num(long value) { return new Core.Const(value, INT, AT); }

    public static Core str(String value) { return new Core.Const(value, STRING, AT); }

    public static Core bool(boolean value) { return new Core.Const(value, BOOL, AT); }

    public static Core unit() { return new Core.Const(null, UNIT, AT); }

    /** The same value where its type is not known. */
    public static Core dyn(Core value) { return new Core.Block(List.of(value), DYN, AT); }

    public static Core add(Core a, Core b) { return new Core.Arithmetic(BinaryOp.ADD, INT, a, b, INT, AT); }

    public static Core sub(Core a, Core b) { return new Core.Arithmetic(BinaryOp.SUB, INT, a, b, INT, AT); }

    public static Core div(Core a, Core b) { return new Core.Arithmetic(BinaryOp.DIV, INT, a, b, INT, AT); }

    public static Core eq(Core a, Core b) { return new Core.Compare(BinaryOp.EQ, a.type(), a, b, BOOL, AT); }

    public static Core lt(Core a, Core b) { return new Core.Compare(BinaryOp.LT, a.type(), a, b, BOOL, AT); }

    public static Core and(Core a, Core b) { return new Core.And(a, b, BOOL, AT); }

    public static Core or(Core a, Core b) { return new Core.Or(a, b, BOOL, AT); }

    public static Core not(Core a) { return new Core.Not(a, BOOL, AT); }

    public static Core cond(Core condition, Core then, Core otherwise) {
        return new Core.If(condition, then, otherwise, then.type().equals(NEVER) ? otherwise.type() : then.type(), AT);
    }

    public static Core block(Core... body) { return new Core.Block(List.of(body), body[body.length - 1].type(), AT); }

    public static Core call(FunctionInstance f, Core... args) { return new Core.Call(f, List.of(args), f.resultType(), AT); }

    public static Core apply(Type result, Core f, Core... args) { return new Core.CallValue(f, List.of(args), result, AT); }

    public static Core.Lambda lambda(Type result, List<Local> params, Core body) {
        return new Core.Lambda("<lambda>", params, result, body, functionType(result, params), AT);
    }

    public static Type functionType(Type result, List<Local> params) {
        return new Type.Function(params.stream().map(Local::type).toList(), result);
    }

    public static Core list(Core... elements) { return new Core.MakeList(List.of(elements), null, INTS, AT); }

    public static Core tuple(Core... elements) {
        List<Type> types = new ArrayList<>();
        for (Core e : elements) types.add(e.type());
        return new Core.MakeTuple(List.of(elements), new Type.Tuple(types), AT);
    }

    public static Core make(ConstructorSymbol constructor, Core... args) {
        return new Core.Construct(constructor, List.of(args), new Type.Con(constructor.owner()), AT);
    }

    public static Core loop(Core condition, Core... body) { return new Core.While(condition, block(body), UNIT, AT); }

    public static Core forTo(Local variable, Core low, Core high, Core body) { return new Core.For(variable, low, high, body, UNIT, AT); }

    public static Core breaks(Core value) { return new Core.Break(value, NEVER, AT); }

    public static Core continues() { return new Core.Continue(NEVER, AT); }

    public static Core returns(Core value) { return new Core.Return(value, NEVER, AT); }

    public static Core raise(String message) { return new Core.Raise("Panic", message, NEVER, AT); }

    public static Core throwing(Core value) { return new Core.Throw(value, NEVER, AT); }

    public static Core tryCatch(Core body, Local exception, Core handler, Core cleanup) {
        Type type = handler != null && body.type().equals(NEVER) ? handler.type() : body.type();
        return new Core.Try(body, exception, handler, cleanup, type, AT);
    }

    public static Core match(Type type, Core subject, Core.Arm... arms) {
        return new Core.Match(List.of(subject), List.of(arms), raise("no match"), type, AT);
    }

    public static Core.Arm arm(CorePattern pattern, Core body) { return new Core.Arm(List.of(pattern), null, body, AT); }

    public static Core.Arm arm(CorePattern pattern, Core guard, Core body) { return new Core.Arm(List.of(pattern), guard, body, AT); }

    public static CorePattern any(Type type) { return new CorePattern.Wildcard(type); }

    public static CorePattern as(Local local, Type subject) { return new CorePattern.Bind(local, subject); }

    public static CorePattern as(Local local) { return as(local, local.type()); }

    public static CorePattern lit(Object value, Type subject) { return new CorePattern.Literal(value, subject); }

    public static CorePattern con(ConstructorSymbol constructor, Type subject, CorePattern... fields) {
        return new CorePattern.Constructor(constructor, List.of(fields), subject);
    }

    public static CorePattern elements(Type subject, CorePattern rest, CorePattern... elements) {
        return new CorePattern.ListOf(List.of(elements), rest, subject);
    }

    public static CorePattern parts(Type subject, CorePattern... elements) { return new CorePattern.Tuple(List.of(elements), subject); }
}
