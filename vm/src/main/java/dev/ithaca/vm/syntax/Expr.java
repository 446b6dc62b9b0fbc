package dev.ithaca.vm.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * An expression. Nodes are compared by identity where the compiler attaches facts to them; the structural equality of
 * records includes spans.
 */
public sealed interface Expr {
    Span span();

    sealed interface Literal extends Expr {}

    /** Numeric type named by a literal's suffix. */
    enum IntKind { INT, INT8, INT16, INT32, UINT8, UINT16, UINT32, UINT64, BIGINT }

    enum FloatKind { FLOAT, FLOAT32, DECIMAL }

    /** Value already in range of its kind, or an error was reported. */
    record IntLit(BigInteger value, IntKind kind, Span span) implements Literal {}

    record FloatLit(BigDecimal value, FloatKind kind, Span span) implements Literal {}

    record BoolLit(boolean value, Span span) implements Literal {}

    record CharLit(int codePoint, Span span) implements Literal {}

    record StringLit(String value, Span span) implements Literal {}

    record Unit(Span span) implements Expr {}

    /** {@code "a ${e} b"}: parts are string literals and expressions, spans in the enclosing file. */
    record Interpolation(List<Expr> parts, Span span) implements Expr {}

    /** A lower-case identifier. */
    record Variable(String name, Span span) implements Expr {}

    /** {@code _}, legal only where the text is read as a pattern. */
    record Wildcard(Span span) implements Expr {}

    /**
     * An upper-case name without arguments: nullary constructor, constant, function value of a constructor, or the
     * prefix of a qualified name.
     */
    record UpperName(Name name, Span span) implements Expr {}

    /**
     * {@code Upper(args)} or {@code a.b.Upper(args)}: construction of a record or variant, functional update, or a cast.
     *
     * @param qualifier null, or the expression before the dot (a module path)
     */
    record Construct(Expr qualifier, Name name, List<Arg> args, Span span) implements Expr {}

    /** A positional argument (label null) or {@code label: value}. */
    record Arg(Name label, Expr value) {}

    /** {@code f[T](args)}; typeArgs empty if none were written. */
    record Call(Expr function, List<TypeExpr> typeArgs, List<Arg> args, Span span) implements Expr {}

    /** {@code receiver.name[T](args)}: method, module function or function-typed field. */
    record MethodCall(Expr receiver, Name name, List<TypeExpr> typeArgs, List<Arg> args, Span span) implements Expr {}

    /** {@code receiver.name} without arguments: field or module member. */
    record Field(Expr receiver, Name name, Span span) implements Expr {}

    /** {@code receiver.0}. */
    record TupleField(Expr receiver, int index, Span span) implements Expr {}

    /** {@code receiver[i]}. */
    record Index(Expr receiver, List<Expr> indices, Span span) implements Expr {}

    enum UnaryOp { NEGATE, NOT }

    record Unary(UnaryOp op, Expr operand, Span span) implements Expr {}

    enum BinaryOp {
        ADD("+"), SUB("-"), MUL("*"), DIV("/"), REM("%"), POW("**"), CONCAT("++"), CONS("::"),
        EQ("=="), NE("!="), LT("<"), LE("<="), GT(">"), GE(">="), AND("&&"), OR("||");

        private final String symbol;

        BinaryOp(String symbol) { this.symbol = symbol; }

        public String symbol() { return symbol; }
    }

    record Binary(BinaryOp op, Expr left, Expr right, Span opSpan, Span span) implements Expr {}

    /** {@code value |> function}; a call on the right takes the value as its first argument. */
    record Pipe(Expr value, Expr function, Span span) implements Expr {}

    /** {@code target <- message}. */
    record Send(Expr target, Expr message, Span span) implements Expr {}

    /** {@code e?}. */
    record Propagate(Expr value, Span span) implements Expr {}

    record Tuple(List<Expr> elements, Span span) implements Expr {}

    /** {@code [a, b | tail]}; tail null if there is none. */
    record ListLit(List<Expr> elements, Expr tail, Span span) implements Expr {}

    /** {@code [a..b]}; both spellings include both ends. */
    record RangeList(Expr low, Expr high, Span span) implements Expr {}

    record MapLit(List<MapEntry> entries, Span span) implements Expr {}

    record MapEntry(Expr key, Expr value) {}

    record SetLit(List<Expr> elements, Span span) implements Expr {}

    /** otherwise is null for an {@code if} without {@code else}. */
    record If(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

    record Match(Expr subject, List<Arm> arms, Span span) implements Expr {}

    /** {@code pattern when guard -> body}; guard may be null; a body that is a statement is wrapped in a {@link Block}. */
    record Arm(Pattern pattern, Expr guard, Expr body, Span span) {}

    /** handlers empty without {@code catch}; cleanup null without {@code finally}. */
    record Try(Expr body, boolean hasCatch, List<Arm> handlers, Expr cleanup, Span span) implements Expr {}

    /** {@code { ... }} and {@code do ... end}. */
    record Block(List<Stmt> statements, Span span) implements Expr {}

    record While(Expr condition, Expr body, Span span) implements Expr {}

    /** high is excluded. */
    record For(Name variable, Expr low, Expr high, Expr body, Span span) implements Expr {}

    /** value may be null. */
    record Break(Expr value, Span span) implements Expr {}

    record Continue(Span span) implements Expr {}

    /** value may be null. */
    record Return(Expr value, Span span) implements Expr {}

    /** timeout and onTimeout are both null without {@code after}. */
    record Receive(List<Arm> arms, Expr timeout, Expr onTimeout, Span span) implements Expr {}

    enum SpawnKind { SPAWN, SPAWN_LINK, SPAWN_MONITOR }

    /** The operand; a {@link Block} for the brace form. */
    record Spawn(SpawnKind kind, Expr body, Span span) implements Expr {}

    /** Parameters without defaults; returnType may be null. */
    record Lambda(List<Item.Param> params, TypeExpr returnType, Expr body, Span span) implements Expr {}

    record Quote(Expr body, Span span) implements Expr {}

    record Splice(Expr value, Span span) implements Expr {}
}
