package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.Map;

/**
 * Inference of one function body: what its parts share. Each family of expressions has its own class; all of them return
 * {@link Typed} trees that can be turned into code afterwards.
 */
final class Body {
    private final Session session;
    private final ModuleScope module;
    private final Map<String, Type> typeNames;
    private final NameLookup lookup;
    private final Expressions expressions = new Expressions(this);
    private final Names names = new Names(this);
    private final QualifiedNames qualified = new QualifiedNames(this);
    private final Calls calls = new Calls(this);
    private final MethodCalls methodCalls = new MethodCalls(this);
    private final Constructions constructions = new Constructions(this);
    private final Operators operators = new Operators(this);
    private final Collections collections = new Collections(this);
    private final Control control = new Control(this);
    private final Concurrency concurrency = new Concurrency(this);
    private final Blocks blocks = new Blocks(this);
    private final Assignments assignments = new Assignments(this);
    private final Functions functions = new Functions(this);
    private final Patterns patterns = new Patterns(this);

    /** @param typeNames names that stand for types in annotations of the body */
    Body(Session session, ModuleScope module, Map<String, Type> typeNames) {
        this.session = session;
        this.module = module;
        this.typeNames = typeNames;
        this.lookup = new NameLookup(module);
    }

    Session session() { return session; }

    ModuleScope module() { return module; }

    NameLookup lookup() { return lookup; }

    Names names() { return names; }

    QualifiedNames qualified() { return qualified; }

    Calls calls() { return calls; }

    MethodCalls methodCalls() { return methodCalls; }

    Constructions constructions() { return constructions; }

    Operators operators() { return operators; }

    Collections collections() { return collections; }

    Control control() { return control; }

    Concurrency concurrency() { return concurrency; }

    Blocks blocks() { return blocks; }

    Assignments assignments() { return assignments; }

    Functions functions() { return functions; }

    Patterns patterns() { return patterns; }

    Typed infer(Expr expr, LocalScope scope) { return infer(expr, scope, null); }

    /** @param expected what the context asks for, a hint only; may be null */
    Typed infer(Expr expr, LocalScope scope, Type expected) {
        Typed typed = expressions.infer(expr, scope, expected);
        session.observer().inferred(expr.span(), scope, typed.type());
        return typed;
    }

    /** To be told of every variable that the text introduces. */
    void declared(Variable variable, Span name) { session.observer().declared(name, variable); }

    void fieldMatched(Span name, Type owner, ConstructorSymbol constructor) { session.observer().fieldMatched(name, owner, constructor); }

    TypeVariable fresh() { return session.unifier().fresh(); }

    Place place(Span span) { return new Place(module.file(), span); }

    Report report() { return session.report(); }

    TypeResolver types() {
        return new TypeResolver(module, typeNames, session.unifier()::fresh, sizes());
    }

    /** Unknown names have been reported before. */
    private TypeResolver.Flaws sizes() {
        AnnotationFlaws all = new AnnotationFlaws(session, module);
        return new TypeResolver.Flaws() {
            @Override public boolean unknown(String name, Span at) { return false; }

            @Override public void tooLarge(String alias, Span at) { all.tooLarge(alias, at); }
        };
    }

    Type resolve(TypeExpr type) { return types().resolve(type); }

    /** A value of an unknown type after an error, so that one mistake gives one message. */
    Typed erroneous(Span span) {
        Type type = fresh();
        return new Typed(type, out -> new Core.Raise("Panic", "this expression has a compile error", out.concrete(type), span));
    }

    static Core unit(Span span) { return new Core.Const(null, BuiltinTypes.UNIT, span); }
}
