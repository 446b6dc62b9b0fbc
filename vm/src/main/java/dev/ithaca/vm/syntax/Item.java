package dev.ithaca.vm.syntax;

import java.util.List;

/** A top-level definition (chapter 1, section 3.2). */
public sealed interface Item {
    Span span();

    /** {@code @name(args)} above a function or type. */
    record Decorator(Name name, List<Expr> args, Span span) {}

    /** {@code [T: Eq + Hash]}. */
    record TypeParam(Name name, List<Name> bounds) {}

    /** A function parameter; type and default value may be null. */
    record Param(Pattern pattern, TypeExpr type, Expr defaultValue) {}

    /**
     * One clause of a function. Clauses of one name are grouped later (chapter 1, section 8.1).
     *
     * @param guard null if there is none
     * @param returnType null if not annotated
     * @param doc the comment block directly above, or null
     */
    record Function(boolean isPublic, Name name, List<TypeParam> typeParams, List<Param> params, Expr guard,
                    TypeExpr returnType, Expr body, List<Decorator> decorators, String doc, Span span) implements Item {}

    /** {@code template name(params) = quote ...}. */
    record Template(Function function, Span span) implements Item {}

    enum TypeKind { PLAIN, VAR, REACTIVE }

    /** {@code type}, {@code var type} or {@code reactive}. */
    record TypeDef(boolean isPublic, TypeKind kind, Name name, List<TypeParam> typeParams, TypeBody body,
                   List<Decorator> decorators, String doc, Span span) implements Item {}

    sealed interface TypeBody {
        /** {@code {x: Int, private y: Int}}. */
        record Record(List<Field> fields) implements TypeBody {}

        record Variants(List<Variant> variants) implements TypeBody {}

        record Alias(TypeExpr target) implements TypeBody {}

        /** {@code type N} without a body: no values. */
        record Empty() implements TypeBody {}
    }

    record Field(boolean isPrivate, Name name, TypeExpr type) {}

    /** A constructor with positional payload, named fields, or neither (both lists empty). */
    record Variant(Name name, List<TypeExpr> positional, List<Field> named, Span span) {}

    record TraitDef(boolean isPublic, Name name, List<Name> supertraits, List<TraitMethod> methods, String doc,
                    Span span) implements Item {}

    /** A method signature, with a default body or null. */
    record TraitMethod(Name name, List<Param> params, TypeExpr returnType, Expr defaultBody, String doc, Span span) {}

    /** {@code Type: Trait when a: Show ... end}. */
    record TraitImpl(TypeExpr target, Name trait, List<TypeParam> bounds, List<Function> methods, Span span) implements Item {}

    record Mvar(boolean isPublic, Name name, TypeExpr type, Expr initial, String doc, Span span) implements Item {}

    record Const(boolean isPublic, Name name, Expr value, String doc, Span span) implements Item {}

    /** A module-level binding; evaluated again at every use (chapter 1, section 9.6). */
    record Binding(boolean isPublic, boolean isVar, Pattern pattern, TypeExpr type, Expr value, String doc,
                   Span span) implements Item {}

    /**
     * {@code use path.*}, {@code use path.{names}}, {@code use path.name as alias}.
     *
     * @param names null for {@code .*}
     */
    record Use(List<Name> path, List<UseName> names, Span span) implements Item {}

    /** An imported name; alias null if there is none. */
    record UseName(Name name, Name alias) {}

    record InlineModule(boolean isPublic, Name name, List<Item> items, Span span) implements Item {}

    record Test(String title, Expr body, Span span) implements Item {}

    /** {@code extern type T} or {@code extern f(...) -> T from "lib"}; parsed, never bound. */
    record Extern(Name name, List<Param> params, TypeExpr returnType, String library, Span span) implements Item {}
}
