package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A deep copy of a tree. Subclasses replace what they are interested in and inherit the rest; every node of the copy is
 * new, as later phases tell nodes apart by identity.
 */
class TreeRewriter {
    /** The span of the copy of a node. */
    Span span(Span original) { return original; }

    // ---- expressions ------------------------------------------------------------------------------------------------

    Expr expr(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal);
            case Expr.Unit(Span at) -> new Expr.Unit(span(at));
            case Expr.Interpolation(List<Expr> parts, Span at) -> new Expr.Interpolation(exprs(parts), span(at));
            case Expr.Variable(String name, Span at) -> new Expr.Variable(name, span(at));
            case Expr.Wildcard(Span at) -> new Expr.Wildcard(span(at));
            case Expr.UpperName(Name name, Span at) -> new Expr.UpperName(name(name), span(at));
            case Expr.Construct(Expr qualifier, Name name, List<Expr.Arg> args, Span at) ->
                    new Expr.Construct(optional(qualifier), name(name), args(args), span(at));
            case Expr.Call(Expr function, List<TypeExpr> types, List<Expr.Arg> args, Span at) ->
                    new Expr.Call(expr(function), types(types), args(args), span(at));
            case Expr.MethodCall(Expr receiver, Name name, List<TypeExpr> types, List<Expr.Arg> args, Span at) ->
                    new Expr.MethodCall(expr(receiver), name(name), types(types), args(args), span(at));
            case Expr.Field(Expr receiver, Name name, Span at) -> new Expr.Field(expr(receiver), name(name), span(at));
            case Expr.TupleField(Expr receiver, int index, Span at) -> new Expr.TupleField(expr(receiver), index, span(at));
            case Expr.Index(Expr receiver, List<Expr> indices, Span at) ->
                    new Expr.Index(expr(receiver), exprs(indices), span(at));
            case Expr.Unary(Expr.UnaryOp op, Expr operand, Span at) -> new Expr.Unary(op, expr(operand), span(at));
            case Expr.Binary(Expr.BinaryOp op, Expr left, Expr right, Span opAt, Span at) ->
                    new Expr.Binary(op, expr(left), expr(right), span(opAt), span(at));
            case Expr.Pipe(Expr value, Expr function, Span at) -> new Expr.Pipe(expr(value), expr(function), span(at));
            case Expr.Send(Expr target, Expr message, Span at) -> new Expr.Send(expr(target), expr(message), span(at));
            case Expr.Propagate(Expr value, Span at) -> new Expr.Propagate(expr(value), span(at));
            case Expr.Tuple(List<Expr> elements, Span at) -> new Expr.Tuple(exprs(elements), span(at));
            case Expr.ListLit(List<Expr> elements, Expr tail, Span at) ->
                    new Expr.ListLit(exprs(elements), optional(tail), span(at));
            case Expr.RangeList(Expr low, Expr high, Span at) -> new Expr.RangeList(expr(low), expr(high), span(at));
            case Expr.MapLit(List<Expr.MapEntry> entries, Span at) -> new Expr.MapLit(
                    each(entries, e -> new Expr.MapEntry(expr(e.key()), expr(e.value()))), span(at));
            case Expr.SetLit(List<Expr> elements, Span at) -> new Expr.SetLit(exprs(elements), span(at));
            case Expr.Block(List<Stmt> statements, Span at) -> new Expr.Block(statements(statements), span(at));
            case Expr.Lambda(List<Item.Param> params, TypeExpr returnType, Expr body, Span at) ->
                    new Expr.Lambda(params(params), optional(returnType), expr(body), span(at));
            case Expr.Spawn(Expr.SpawnKind kind, Expr body, Span at) -> new Expr.Spawn(kind, expr(body), span(at));
            case Expr.Quote(Expr body, Span at) -> new Expr.Quote(expr(body), span(at));
            case Expr.Splice(Expr value, Span at) -> new Expr.Splice(expr(value), span(at));
            case Expr.If _, Expr.Match _, Expr.Try _, Expr.While _, Expr.For _, Expr.Break _, Expr.Continue _, Expr.Return _,
                 Expr.Receive _ -> control(expr);
        };
    }

    private Expr literal(Expr.Literal literal) {
        return switch (literal) {
            case Expr.IntLit(var value, var kind, Span at) -> new Expr.IntLit(value, kind, span(at));
            case Expr.FloatLit(var value, var kind, Span at) -> new Expr.FloatLit(value, kind, span(at));
            case Expr.BoolLit(boolean value, Span at) -> new Expr.BoolLit(value, span(at));
            case Expr.CharLit(int codePoint, Span at) -> new Expr.CharLit(codePoint, span(at));
            case Expr.StringLit(String value, Span at) -> new Expr.StringLit(value, span(at));
        };
    }

    private Expr control(Expr expr) {
        return switch (expr) {
            case Expr.If(Expr condition, Expr then, Expr otherwise, Span at) ->
                    new Expr.If(expr(condition), expr(then), optional(otherwise), span(at));
            case Expr.Match(Expr subject, List<Expr.Arm> arms, Span at) -> new Expr.Match(expr(subject), arms(arms), span(at));
            case Expr.Try(Expr body, boolean hasCatch, List<Expr.Arm> handlers, Expr cleanup, Span at) ->
                    new Expr.Try(expr(body), hasCatch, arms(handlers), optional(cleanup), span(at));
            case Expr.While(Expr condition, Expr body, Span at) -> new Expr.While(expr(condition), expr(body), span(at));
            case Expr.For(Name variable, Expr low, Expr high, Expr body, Span at) ->
                    new Expr.For(name(variable), expr(low), expr(high), expr(body), span(at));
            case Expr.Break(Expr value, Span at) -> new Expr.Break(optional(value), span(at));
            case Expr.Return(Expr value, Span at) -> new Expr.Return(optional(value), span(at));
            case Expr.Receive(List<Expr.Arm> arms, Expr timeout, Expr onTimeout, Span at) ->
                    new Expr.Receive(arms(arms), optional(timeout), optional(onTimeout), span(at));
            default -> new Expr.Continue(span(expr.span()));
        };
    }

    private Expr optional(Expr expr) { return expr == null ? null : expr(expr); }

    List<Expr> exprs(List<Expr> exprs) { return each(exprs, this::expr); }

    List<Expr.Arg> args(List<Expr.Arg> args) { return each(args, arg -> new Expr.Arg(optional(arg.label()), expr(arg.value()))); }

    private List<Expr.Arm> arms(List<Expr.Arm> arms) {
        return each(arms, arm -> new Expr.Arm(pattern(arm.pattern()), optional(arm.guard()), expr(arm.body()), span(arm.span())));
    }

    Name name(Name name) { return new Name(name.text(), span(name.span())); }

    private Name optional(Name name) { return name == null ? null : name(name); }

    private static <T> List<T> each(List<T> parts, UnaryOperator<T> rewrite) { return parts.stream().map(rewrite).toList(); }

    // ---- statements -------------------------------------------------------------------------------------------------

    List<Stmt> statements(List<Stmt> statements) {
        List<Stmt> result = new ArrayList<>(statements.size());
        for (Stmt statement : statements) statement(statement, result);
        return result;
    }

    /** Appends whatever takes the place of a statement. */
    void statement(Stmt statement, List<Stmt> result) {
        result.add(switch (statement) {
            case Stmt.Expression(Expr value, Span at) -> new Stmt.Expression(expr(value), span(at));
            case Stmt.Binding(boolean isVar, Pattern pattern, TypeExpr type, Expr value, Span at) ->
                    new Stmt.Binding(isVar, pattern(pattern), optional(type), expr(value), span(at));
            case Stmt.Assign(Expr target, Expr value, Span at) -> new Stmt.Assign(expr(target), expr(value), span(at));
            case Stmt.LocalFunction(Name name, List<Item.Param> params, TypeExpr returnType, Expr body, Span at) ->
                    new Stmt.LocalFunction(name(name), params(params), optional(returnType), expr(body), span(at));
        });
    }

    // ---- patterns ---------------------------------------------------------------------------------------------------

    Pattern pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Wildcard(Span at) -> new Pattern.Wildcard(span(at));
            case Pattern.Variable(String name, Span at) -> new Pattern.Variable(name, span(at));
            case Pattern.Pin(String name, Span at) -> new Pattern.Pin(name, span(at));
            case Pattern.Literal(Expr.Literal value, Span at) -> new Pattern.Literal((Expr.Literal) literal(value), span(at));
            case Pattern.Unit(Span at) -> new Pattern.Unit(span(at));
            case Pattern.Range(var low, var high, boolean inclusive, Span at) -> new Pattern.Range(low, high, inclusive, span(at));
            case Pattern.Tuple(List<Pattern> elements, Span at) -> new Pattern.Tuple(patterns(elements), span(at));
            case Pattern.ListOf(List<Pattern> elements, Pattern rest, Span at) ->
                    new Pattern.ListOf(patterns(elements), rest == null ? null : pattern(rest), span(at));
            case Pattern.Record(var fields, Span at) -> new Pattern.Record(fieldPatterns(fields), span(at));
            case Pattern.Constructor(Name name, boolean hasArgs, List<Pattern> args, Span at) ->
                    new Pattern.Constructor(name(name), hasArgs, patterns(args), span(at));
            case Pattern.NamedConstructor(Name name, var fields, Span at) ->
                    new Pattern.NamedConstructor(name(name), fieldPatterns(fields), span(at));
            case Pattern.MapOf(List<Pattern.MapEntry> entries, Span at) -> new Pattern.MapOf(
                    each(entries, e -> new Pattern.MapEntry(pattern(e.key()), pattern(e.value()))), span(at));
            case Pattern.SetOf(List<Pattern> elements, Span at) -> new Pattern.SetOf(patterns(elements), span(at));
            case Pattern.Or(List<Pattern> alternatives, Span at) -> new Pattern.Or(patterns(alternatives), span(at));
        };
    }

    private List<Pattern> patterns(List<Pattern> patterns) { return each(patterns, this::pattern); }

    private List<Pattern.FieldPattern> fieldPatterns(List<Pattern.FieldPattern> fields) {
        return each(fields, f -> new Pattern.FieldPattern(name(f.field()), pattern(f.pattern())));
    }

    // ---- types ------------------------------------------------------------------------------------------------------

    TypeExpr type(TypeExpr type) {
        return switch (type) {
            case TypeExpr.Named(String name, List<TypeExpr> args, Span at) -> new TypeExpr.Named(name, types(args), span(at));
            case TypeExpr.Variable(String name, Span at) -> new TypeExpr.Variable(name, span(at));
            case TypeExpr.ListOf(TypeExpr element, Span at) -> new TypeExpr.ListOf(type(element), span(at));
            case TypeExpr.Tuple(List<TypeExpr> elements, Span at) -> new TypeExpr.Tuple(types(elements), span(at));
            case TypeExpr.Unit(Span at) -> new TypeExpr.Unit(span(at));
            case TypeExpr.Function(List<TypeExpr> params, TypeExpr result, Span at) ->
                    new TypeExpr.Function(types(params), type(result), span(at));
            case TypeExpr.Record(List<Item.Field> fields, Span at) -> new TypeExpr.Record(fields(fields), span(at));
        };
    }

    private TypeExpr optional(TypeExpr type) { return type == null ? null : type(type); }

    List<TypeExpr> types(List<TypeExpr> types) { return each(types, this::type); }

    private List<Item.Field> fields(List<Item.Field> fields) {
        return each(fields, f -> new Item.Field(f.isPrivate(), name(f.name()), type(f.type())));
    }

    // ---- items ------------------------------------------------------------------------------------------------------

    Item item(Item item) {
        return switch (item) {
            case Item.Function function -> function(function);
            case Item.Template(Item.Function function, Span at) -> new Item.Template(function(function), span(at));
            case Item.TypeDef typeDef -> typeDef(typeDef);
            case Item.TraitDef(boolean isPublic, Name name, List<Name> supertraits, var methods, String doc, Span at) ->
                    new Item.TraitDef(isPublic, name(name), each(supertraits, this::name), each(methods, this::traitMethod), doc, span(at));
            case Item.TraitImpl(TypeExpr target, Name trait, var bounds, var methods, Span at) ->
                    new Item.TraitImpl(type(target), name(trait), typeParams(bounds), each(methods, this::function), span(at));
            case Item.Mvar(boolean isPublic, Name name, TypeExpr type, Expr initial, String doc, Span at) ->
                    new Item.Mvar(isPublic, name(name), type(type), expr(initial), doc, span(at));
            case Item.Const(boolean isPublic, Name name, Expr value, String doc, Span at) ->
                    new Item.Const(isPublic, name(name), expr(value), doc, span(at));
            case Item.Binding(boolean isPublic, boolean isVar, Pattern pattern, TypeExpr type, Expr value, String doc, Span at) ->
                    new Item.Binding(isPublic, isVar, pattern(pattern), optional(type), expr(value), doc, span(at));
            case Item.Use(List<Name> path, List<Item.UseName> names, Span at) -> new Item.Use(each(path, this::name),
                    names == null ? null : each(names, n -> new Item.UseName(name(n.name()), optional(n.alias()))), span(at));
            case Item.InlineModule(boolean isPublic, Name name, List<Item> items, Span at) ->
                    new Item.InlineModule(isPublic, name(name), each(items, this::item), span(at));
            case Item.Test(String title, Expr body, Span at) -> new Item.Test(title, expr(body), span(at));
            case Item.Extern(Name name, List<Item.Param> params, TypeExpr returnType, String library, Span at) ->
                    new Item.Extern(name(name), params(params), optional(returnType), library, span(at));
        };
    }

    Item.Function function(Item.Function f) {
        return new Item.Function(f.isPublic(), name(f.name()), typeParams(f.typeParams()), params(f.params()),
                optional(f.guard()), optional(f.returnType()), expr(f.body()),
                each(f.decorators(), d -> new Item.Decorator(name(d.name()), exprs(d.args()), span(d.span()))), f.doc(), span(f.span()));
    }

    private Item.TypeDef typeDef(Item.TypeDef t) {
        Item.TypeBody body = switch (t.body()) {
            case Item.TypeBody.Record(List<Item.Field> fields) -> new Item.TypeBody.Record(fields(fields));
            case Item.TypeBody.Variants(List<Item.Variant> variants) -> new Item.TypeBody.Variants(each(variants,
                    v -> new Item.Variant(name(v.name()), types(v.positional()), fields(v.named()), span(v.span()))));
            case Item.TypeBody.Alias(TypeExpr target) -> new Item.TypeBody.Alias(type(target));
            case Item.TypeBody.Empty empty -> empty;
        };
        return new Item.TypeDef(t.isPublic(), t.kind(), name(t.name()), typeParams(t.typeParams()), body,
                each(t.decorators(), d -> new Item.Decorator(name(d.name()), exprs(d.args()), span(d.span()))), t.doc(), span(t.span()));
    }

    private Item.TraitMethod traitMethod(Item.TraitMethod m) {
        return new Item.TraitMethod(name(m.name()), params(m.params()), optional(m.returnType()), optional(m.defaultBody()),
                m.doc(), span(m.span()));
    }

    List<Item.Param> params(List<Item.Param> params) {
        return each(params, p -> new Item.Param(pattern(p.pattern()), optional(p.type()), optional(p.defaultValue())));
    }

    private List<Item.TypeParam> typeParams(List<Item.TypeParam> params) {
        return each(params, p -> new Item.TypeParam(name(p.name()), each(p.bounds(), this::name)));
    }
}
