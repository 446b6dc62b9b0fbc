package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/**
 * The typed tree of one function instance: names resolved, sugar gone, overloads and methods chosen, every type concrete
 * (or {@link Type.Dynamic}). Evaluation is strict and left to right in component order.
 *
 * <p>Representation is the business of the next stage: where the type of an expression and the type of the place it is
 * put in differ in representation (an Int into a generic field, a dynamic value into an Int local), lowering converts.
 */
public sealed interface Core {
    Type type();

    Span span();

    /** A function instance'"'"'s body. The body'"'"'s value is converted to the instance'"'"'s result type. */
    record Function(FunctionInstance instance, List<Local> params, Core body, SourceFile file, Span span) {}

    /**
     * Value: Long for Int and sized integers, Double for Float and Float32, Boolean, Integer code point for Char, String,
     * BigInteger, BigDecimal; null for unit.
     */
    record Const(Object value, Type type, Span span) implements Core {}

    record LocalGet(Local local, Type type, Span span) implements Core {}

    /** First binding of a local; unit. */
    record Bind(Local local, Core value, Type type, Span span) implements Core {}

    /** Local functions that may call each other and themselves; unit. */
    record BindFunctions(List<Local> locals, List<Lambda> lambdas, Type type, Span span) implements Core {}

    /** Assignment to a {@code var}; unit. */
    record LocalSet(Local local, Core value, Type type, Span span) implements Core {}

    /** Value of the last expression, unit if empty. */
    record Block(List<Core> body, Type type, Span span) implements Core {}

    /** otherwise is never null. */
    record If(Core condition, Core then, Core otherwise, Type type, Span span) implements Core {}

    record And(Core left, Core right, Type type, Span span) implements Core {}

    record Or(Core left, Core right, Type type, Span span) implements Core {}

    record Not(Core value, Type type, Span span) implements Core {}

    /**
     * Subjects are evaluated once; arms are tried in order, patterns left to right, then the guard. When none is taken,
     * {@code otherwise} is evaluated (it throws, in most cases).
     */
    record Match(List<Core> subjects, List<Arm> arms, Core otherwise, Type type, Span span) implements Core {}

    /** guard may be null. One pattern per subject. */
    record Arm(List<CorePattern> patterns, Core guard, Core body, Span span) {}

    /** Value of the break, or unit. */
    record While(Core condition, Core body, Type type, Span span) implements Core {}

    /** high excluded; the local is fresh in each round. */
    record For(Local variable, Core low, Core high, Core body, Type type, Span span) implements Core {}

    /** Leaves the innermost loop; value may be null. */
    record Break(Core value, Type type, Span span) implements Core {}

    record Continue(Type type, Span span) implements Core {}

    /** Leaves the function or lambda. */
    record Return(Core value, Type type, Span span) implements Core {}

    record Call(FunctionInstance function, List<Core> args, Type type, Span span) implements Core {}

    record CallValue(Core function, List<Core> args, Type type, Span span) implements Core {}

    record CallBuiltin(Builtin builtin, List<Core> args, Type type, Span span) implements Core {}

    /** The function as a value. */
    record FunctionValue(FunctionInstance function, Type type, Span span) implements Core {}

    /** name is for users: {@code main.<lambda>} or the local function'"'"'s. The body'"'"'s value is converted to resultType. */
    record Lambda(String name, List<Local> params, Type resultType, Core body, Type type, Span span) implements Core {}

    /** One argument per field. */
    record Construct(ConstructorSymbol constructor, List<Core> args, Type type, Span span) implements Core {}

    record FieldGet(Core value, ConstructorSymbol constructor, int index, Type type, Span span) implements Core {}

    /** Assigns a field of a mutable record; unit. */
    record FieldSet(Core target, ConstructorSymbol constructor, int index, Core value, Type type, Span span) implements Core {}

    record MakeTuple(List<Core> elements, Type type, Span span) implements Core {}

    record TupleGet(Core value, int index, Type type, Span span) implements Core {}

    /** tail may be null. */
    record MakeList(List<Core> elements, Core tail, Type type, Span span) implements Core {}

    record MakeMap(List<Core> keys, List<Core> values, Type type, Span span) implements Core {}

    record MakeSet(List<Core> elements, Type type, Span span) implements Core {}

    /** Strings joined; every part is of type String. */
    record Concat(List<Core> parts, Type type, Span span) implements Core {}

    /** ADD to POW on two operands of the same numeric operandType, or dynamic. Result of the operand type. */
    record Arithmetic(Expr.BinaryOp op, Type operandType, Core left, Core right, Type type, Span span) implements Core {}

    record Negate(Type operandType, Core value, Type type, Span span) implements Core {}

    /** EQ to GE, structural, on two operands of the same operandType (any type, or dynamic); Bool. */
    record Compare(Expr.BinaryOp op, Type operandType, Core left, Core right, Type type, Span span) implements Core {}

    /**
     * handler is null without {@code catch}, else it sees the thrown value in {@code exception} (dynamic) and usually
     * ends in {@link Rethrow} for values nobody wants. cleanup is null without {@code finally}; it also runs when
     * control leaves by return, break or continue.
     */
    record Try(Core body, Local exception, Core handler, Core cleanup, Type type, Span span) implements Core {}

    /** The exception being handled by the innermost handler goes on unchanged. */
    record Rethrow(Type type, Span span) implements Core {}

    record Throw(Core value, Type type, Span span) implements Core {}

    /** Ends in the catchable error {@code (kind, message)}. */
    record Raise(String kind, String message, Type type, Span span) implements Core {}

    /**
     * Selective receive (chapter 4, section 4.5). Each arm has one pattern, matched against a dynamic value. timeout and
     * onTimeout may both be null.
     */
    record Receive(List<Arm> arms, Core timeout, Core onTimeout, Type type, Span span) implements Core {}

    /** thunk is a function of no arguments. Pid, or (Pid, Ref) for a monitor. */
    record Spawn(Expr.SpawnKind kind, Core thunk, Type type, Span span) implements Core {}

    record Send(Core target, Core message, Type type, Span span) implements Core {}

    record MvarGet(MvarSymbol mvar, Type type, Span span) implements Core {}

    record MvarSet(MvarSymbol mvar, Core value, Type type, Span span) implements Core {}

    /** Evaluates body while holding the mvar'"'"'s re-entrant write lock. */
    record MvarLocked(MvarSymbol mvar, Core body, Type type, Span span) implements Core {}
}
