package dev.ithaca.vm.code;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.util.List;

/**
 * One instruction of register code. Operands have the kinds the comments name; {@code dst} null means the result is not
 * wanted. Which span an instruction belongs to is in {@link DebugInfo}.
 */
public sealed interface Instruction {
    /** Value: Long (LONG), Double (DOUBLE), Boolean or Integer code point (INT), String, BigInteger, BigDecimal (REF), null = unit (REF). */
    record Const(Register dst, Object value) implements Instruction {}

    /** Same kind. */
    record Move(Register dst, Register src) implements Instruction {}

    /** ADD to POW on LONG or DOUBLE registers of a primitive numeric type; DIV and REM on integers check for zero; results wrap in the type. */
    record Arithmetic(Expr.BinaryOp op, BoxType type, Register dst, Register left, Register right) implements Instruction {}

    /** The same on references: BigInteger, BigDecimal, or dynamic values. */
    record ArithmeticRef(Expr.BinaryOp op, Register dst, Register left, Register right) implements Instruction {}

    record Negate(BoxType type, Register dst, Register src) implements Instruction {}

    record NegateRef(Register dst, Register src) implements Instruction {}

    /** EQ to GE on two primitive registers of one type (UINT64 compares unsigned); dst INT. */
    record Compare(Expr.BinaryOp op, BoxType type, Register dst, Register left, Register right) implements Instruction {}

    /** Structural equality or order on references; dst INT. */
    record CompareRef(Expr.BinaryOp op, Register dst, Register left, Register right) implements Instruction {}

    record Not(Register dst, Register src) implements Instruction {}

    /** Int to Float. */
    record IntToFloat(Register dst, Register src) implements Instruction {}

    record Box(BoxType type, Register dst, Register src) implements Instruction {}

    /** Raises {@code TypeError} if the reference is not of that type. */
    record Unbox(BoxType type, Register dst, Register src) implements Instruction {}

    /** dst INT: whether the reference is a box of that type. */
    record IsBox(BoxType type, Register dst, Register src) implements Instruction {}

    /**
     * A call that may suspend; dst kind is that of the callee's result. tail: nothing of this frame is needed afterwards,
     * so it saves no frame when it unwinds. Its result is returned as it is or after a {@link Box} or {@link Unbox} only;
     * a result that arrives later converts itself on its way to the caller.
     */
    record Call(FunctionInstance function, Register dst, List<Register> args, boolean tail) implements Instruction {}

    /** Arguments and result as the shape says. tail as in {@link Call}. */
    record CallClosure(CallShape shape, Register dst, Register closure, List<Register> args, boolean tail) implements Instruction {}

    /** Argument and result kinds follow the Java method. Suspends if the builtin says so. */
    record CallBuiltin(Builtin builtin, Register dst, List<Register> args) implements Instruction {}

    /** A function instance as a closure object. */
    record FunctionRef(Register dst, FunctionInstance function) implements Instruction {}

    /** captures of any kinds, in the order of {@code code.captures()}. */
    record MakeClosure(Register dst, FunctionCode code, List<Register> captures) implements Instruction {}

    /** Puts a value into an already made closure: mutual recursion of local functions. */
    record PatchCapture(Register closure, FunctionCode code, int capture, Register value) implements Instruction {}

    /** A cell for a captured variable that is assigned; holds a boxed value. */
    record NewCell(Register dst, Register initial) implements Instruction {}

    record GetCell(Register dst, Register cell) implements Instruction {}

    record SetCell(Register cell, Register value) implements Instruction {}

    /** Fields have the kinds of their declared types (type parameters are REF). */
    record NewStruct(ConstructorSymbol constructor, Register dst, List<Register> fields) implements Instruction {}

    record GetField(ConstructorSymbol constructor, int field, Register dst, Register struct) implements Instruction {}

    /** Raises "Field at index N is not mutable" where the type is not. */
    record SetField(ConstructorSymbol constructor, int field, Register struct, Register value) implements Instruction {}

    /** dst INT: whether the reference is a value of that constructor. */
    record IsStruct(ConstructorSymbol constructor, Register dst, Register src) implements Instruction {}

    record MakeTuple(Register dst, List<Register> elements) implements Instruction {}

    record TupleGet(Register dst, Register tuple, int index) implements Instruction {}

    /** dst INT: whether the reference is a tuple of that many elements. */
    record IsTuple(int arity, Register dst, Register src) implements Instruction {}

    /** tail null for the empty list; elements LONG, of type Int, or references. */
    record MakeList(Register dst, List<Register> elements, Register tail) implements Instruction {}

    record IsList(Register dst, Register src) implements Instruction {}

    record ListIsEmpty(Register dst, Register list) implements Instruction {}

    /** dst LONG for a list of Int, else a reference. */
    record ListHead(Register dst, Register list) implements Instruction {}

    record ListTail(Register dst, Register list) implements Instruction {}

    /** Puts entries into a map, or into the empty one if {@code onto} is null. */
    record MakeMap(Register dst, Register onto, List<Register> keys, List<Register> values) implements Instruction {}

    /** Adds elements to a set, or to the empty one if {@code onto} is null. */
    record MakeSet(Register dst, Register onto, List<Register> elements) implements Instruction {}

    /** The value of a key, or a null reference that only {@link IsNull} may look at. */
    record MapLookup(Register dst, Register map, Register key) implements Instruction {}

    record IsMap(Register dst, Register src) implements Instruction {}

    record SetContains(Register dst, Register set, Register element) implements Instruction {}

    record IsSet(Register dst, Register src) implements Instruction {}

    record IsString(Register dst, Register src) implements Instruction {}

    /** The rest of a string that starts with the prefix, or a null reference. */
    record StringRest(Register dst, Register string, String prefix) implements Instruction {}

    record IsNull(Register dst, Register src) implements Instruction {}

    /** References that are strings. */
    record Concat(Register dst, List<Register> parts) implements Instruction {}

    /** Counts a reduction and may suspend; stands at loop headers. (Function entry has one implicitly.) */
    record Safepoint() implements Instruction {}

    /** A cursor before the oldest message of the own mailbox. */
    record MailboxStart(Register dst) implements Instruction {}

    /** Moves a cursor to the next message: dst is the message, or a null reference if there is none yet. */
    record MailboxNext(Register dst, Register cursor) implements Instruction {}

    /** Removes the message the cursor stands at. */
    record MailboxTake(Register cursor) implements Instruction {}

    /** Suspends until there is a message after the cursor or the deadline (LONG, nanoseconds, or Long.MAX_VALUE for none) has passed. dst INT: 0 on timeout. */
    record MailboxWait(Register dst, Register cursor, Register deadline) implements Instruction {}

    /** dst LONG: deadline for a timeout in milliseconds (LONG) from now. */
    record Deadline(Register dst, Register millis) implements Instruction {}

    record Send(Register target, Register message) implements Instruction {}

    record Spawn(Expr.SpawnKind kind, Register dst, Register thunk) implements Instruction {}

    /** dst REF, boxed. */
    record MvarGet(MvarSymbol mvar, Register dst) implements Instruction {}

    /** value REF, boxed. May suspend while another process holds the lock. */
    record MvarSet(MvarSymbol mvar, Register value) implements Instruction {}

    /** Suspends until the lock is free. */
    record MvarLock(MvarSymbol mvar) implements Instruction {}

    record MvarUnlock(MvarSymbol mvar) implements Instruction {}

    /** A try with a catch begins; its arms say which exceptions it takes. */
    record EnterTry(List<Core.Arm> arms) implements Instruction {}

    /** The innermost try with a catch ends, one way or another. */
    record LeaveTry() implements Instruction {}

    /** The thrown Nostos value, boxed, of an exception object that a handler block received. */
    record ExceptionValue(Register dst, Register exception) implements Instruction {}
}
