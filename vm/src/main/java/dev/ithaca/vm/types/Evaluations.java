package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one clause of a function evaluates while it runs, as far as its text shows: module bindings, module variables and
 * functions named where they are used. What waits inside a lambda or runs in another process is left out.
 */
final class Evaluations extends ExprWalker {
    private static final Set<String> ENDING = Set.of("throw", "panic", "exit");

    private final ModuleScope scope;
    private final NameLookup lookup;
    private final Set<String> locals;
    private final List<Use> uses = new ArrayList<>();
    private int branches;
    private boolean maybeLeft;

    /**
     * One thing evaluated.
     *
     * @param what a {@link FunctionSymbol} of the program or a {@link ModuleScope.MvarDeclaration}
     * @param certain whether no way through the clause passes it by
     */
    record Use(Object what, Place at, boolean certain) {}

    private Evaluations(ModuleScope scope, Item.Function clause) {
        this.scope = scope;
        this.lookup = new NameLookup(scope);
        this.locals = BoundNames.of(clause);
        walk(clause.guard());
        walk(clause.body());
    }

    /** In the order of the text. */
    static List<Use> of(ModuleScope scope, Item.Function clause) { return new Evaluations(scope, clause).uses; }

    @Override protected void visit(Expr expr) {
        switch (expr) {
            case Expr.Variable v -> value(v.name(), v.span());
            case Expr.Field f when module(f.receiver()) != null -> member(module(f.receiver()), f.name());
            case Expr.Call(Expr.Variable v, var _, List<Expr.Arg> args, var _) -> {
                args.forEach(a -> walk(a.value()));
                called(v);
            }
            case Expr.MethodCall m when module(m.receiver()) != null -> {
                m.args().forEach(a -> walk(a.value()));
                member(module(m.receiver()), m.name());
            }
            case Expr.Pipe(Expr value, Expr.Variable function, var _) -> {
                walk(value);
                called(function);
            }
            case Expr.Binary b when b.op() == Expr.BinaryOp.AND || b.op() == Expr.BinaryOp.OR -> {
                walk(b.left());
                perhaps(() -> walk(b.right()));
            }
            case Expr.If i -> {
                walk(i.condition());
                perhaps(() -> {
                    walk(i.then());
                    walk(i.otherwise());
                });
            }
            case Expr.Match m -> {
                walk(m.subject());
                perhaps(() -> arms(m.arms()));
            }
            case Expr.While w -> {
                walk(w.condition());
                perhaps(() -> walk(w.body()));
            }
            case Expr.For f -> {
                walk(f.low());
                walk(f.high());
                perhaps(() -> walk(f.body()));
            }
            case Expr.Try _, Expr.Receive _ -> perhaps(() -> super.visit(expr));
            case Expr.Return _, Expr.Propagate _ -> {
                super.visit(expr);
                maybeLeft = true;
            }
            case Expr.Lambda _, Expr.Spawn _ -> { }
            default -> super.visit(expr);
        }
    }

    private void perhaps(Runnable part) {
        branches++;
        part.run();
        branches--;
    }

    private void value(String name, Span span) {
        if (locals.contains(name)) return;
        ModuleScope.MvarDeclaration mvar = lookup.mvar(name);
        FunctionSymbol value = mvar == null ? lookup.value(name) : null;
        if (mvar != null) use(mvar, span);
        else if (value != null) use(value, span);
    }

    private void called(Expr.Variable function) {
        String name = function.name();
        if (locals.contains(name)) return;
        FunctionSymbol value = lookup.value(name);
        List<? extends Callable> functions = value == null ? lookup.functions(name) : List.of();
        if (value != null) use(value, function.span());
        else if (functions.isEmpty()) value(name, function.span());
        else onlyOne(functions, function.span());
        if (ENDING.contains(name)) maybeLeft = true;
    }

    /** The module that an expression names, or null. */
    private ModuleScope module(Expr expr) {
        String path = path(expr);
        return path == null ? null : lookup.module(path);
    }

    private String path(Expr expr) {
        return switch (expr) {
            case Expr.Variable v -> locals.contains(v.name()) || lookup.value(v.name()) != null ? null : v.name();
            case Expr.UpperName u -> u.name().text();
            case Expr.Field f -> {
                String prefix = path(f.receiver());
                yield prefix == null ? null : prefix + "." + f.name().text();
            }
            default -> null;
        };
    }

    private void member(ModuleScope module, Name name) {
        if (module.mvars().containsKey(name.text())) use(module.mvars().get(name.text()), name.span());
        else if (module.values().containsKey(name.text())) use(module.values().get(name.text()), name.span());
        else onlyOne(module.functions().getOrDefault(name.text(), List.of()), name.span());
    }

    /** Which of several overloads is meant is not for the text to say. */
    private void onlyOne(List<? extends Callable> functions, Span span) {
        if (functions.size() == 1 && functions.getFirst() instanceof FunctionSymbol f && !f.isLibrary()) use(f, span);
    }

    private void use(Object what, Span span) { uses.add(new Use(what, new Place(scope.file(), span), branches == 0 && !maybeLeft)); }
}
