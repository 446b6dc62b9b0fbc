package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions bound to local names: general ones get one copy per use, recursive ones are bound together. */
final class LocalFunctions {
    private final Body body;

    LocalFunctions(Body body) { this.body = body; }

    /** The clauses of one local function. */
    record Definition(String name, int arity, List<Stmt.LocalFunction> clauses) {
        boolean hasDefaults() { return clauses.getFirst().params().stream().anyMatch(p -> p.defaultValue() != null); }
    }

    /** Functions that are bound at the same place because they call each other. */
    record Group(int position, List<Definition> members) {}

    record Plan(List<Group> groups) {
        List<Group> startingAt(int position) { return groups.stream().filter(g -> g.position() == position).toList(); }
    }

    /** Finds the local functions of a block and where each must be bound. */
    Plan plan(List<Stmt> statements) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        Map<String, Integer> firstAt = new HashMap<>();
        CallArities called = new CallArities(statements);
        Map<String, Integer> longest = new HashMap<>();
        for (Stmt s : statements) {
            if (s instanceof Stmt.LocalFunction f) longest.merge(f.name().text(), f.params().size(), Math::max);
        }
        for (int i = 0; i < statements.size(); i++) {
            if (!(statements.get(i) instanceof Stmt.LocalFunction f)) continue;
            String name = f.name().text();
            // A shorter clause nobody calls at its own length belongs to the longest function of the name.
            int arity = called.has(name, f.params().size()) ? f.params().size() : longest.get(name);
            String key = name + "/" + arity;
            definitions.computeIfAbsent(key, _ -> new Definition(name, arity, new ArrayList<>()))
                    .clauses().add(f);
            firstAt.putIfAbsent(key, i);
        }
        if (definitions.isEmpty()) return new Plan(List.of());
        return new Plan(groups(definitions, firstAt, statements));
    }

    private static List<Group> groups(Map<String, Definition> definitions, Map<String, Integer> firstAt, List<Stmt> statements) {
        List<Group> groups = new ArrayList<>();
        List<Definition> all = new ArrayList<>(definitions.values());
        List<String> keys = new ArrayList<>(definitions.keySet());
        int[] component = new int[all.size()];
        for (int i = 0; i < component.length; i++) component[i] = i;
        for (int i = 0; i < all.size(); i++) {
            Set<String> mentioned = new Mentions().ofClauses(all.get(i).clauses());
            for (int j = i + 1; j < all.size(); j++) {
                // A forward reference ties the functions together.
                if (mentioned.contains(all.get(j).name())) merge(component, i, j);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (component[i] != i) continue;
            List<Definition> members = new ArrayList<>();
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (int j = 0; j < all.size(); j++) {
                if (component[j] != i) continue;
                members.add(all.get(j));
                first = Math.min(first, firstAt.get(keys.get(j)));
                last = Math.max(last, firstAt.get(keys.get(j)));
            }
            groups.add(new Group(usedBetween(members, statements, first, last) ? first : last, members));
        }
        return groups;
    }

    private static void merge(int[] component, int a, int b) {
        int from = component[b];
        int to = component[a];
        int low = Math.min(from, to);
        for (int i = 0; i < component.length; i++) if (component[i] == from || component[i] == to) component[i] = low;
    }

    private static boolean usedBetween(List<Definition> members, List<Stmt> statements, int first, int last) {
        for (int i = first; i < last; i++) {
            if (statements.get(i) instanceof Stmt.LocalFunction) continue;
            Set<String> mentioned = new Mentions().of(statements.get(i));
            if (members.stream().anyMatch(d -> mentioned.contains(d.name()))) return true;
        }
        return false;
    }

    /** Binds a group; each function is general in what follows unless it refers to a later one. */
    List<Blocks.Step> bind(Group group, LocalScope scope) {
        if (group.members().size() == 1) {
            Definition d = group.members().getFirst();
            Span span = d.clauses().getFirst().span();
            Variable clash = scope.findOwn(d.name());
            String key = clash == null ? d.name() : d.name() + "/" + d.arity();
            return List.of(general(d.name(), key, scope, span, d.hasDefaults() ? d : null,
                    inner -> body.functions().local(d.name(), d.clauses(), d.arity(), inner)));
        }
        return List.of(together(group, scope));
    }

    Blocks.Step bindLambda(String name, Expr.Lambda lambda, LocalScope scope, Span span) {
        return general(name, name, scope, span, null, inner -> body.functions().named(name, lambda, inner, null, false));
    }

    private interface Inference {
        Typed infer(LocalScope scope);
    }

    private Blocks.Step general(String name, String key, LocalScope scope, Span span, Definition defaults,
                                Inference inference) {
        Unifier unifier = body.session().unifier();
        unifier.enterLevel();
        Typed first = recursive(name, key, scope, span, defaults, inference);
        unifier.leaveLevel();
        boolean open = Scheme.isOpenAbove(first.type(), unifier.level());
        Variable variable = new Variable(name, scope.frame(), first.type(), false, false, false);
        if (defaults != null) variable.defined(defaults, scope);
        body.declared(variable, new Span(span.start(), span.start() + name.length()));
        if (!open) {
            scope.declare(key, variable);
            return new Blocks.Plain(out -> emitBind(out, variable, first, span));
        }
        LocalScope visible = scope.snapshot();
        variable.generalise(() -> recursive(name, key, visible, span, defaults, inference));
        scope.declare(key, variable);
        return copies(variable, span);
    }

    /** A function value that may call itself by its name. */
    private Typed recursive(String name, String key, LocalScope scope, Span span, Definition defaults,
                            Inference inference) {
        LocalScope inner = scope.nested();
        Type selfType = body.fresh();
        Variable self = new Variable(name, scope.frame(), selfType, false, false, false);
        if (defaults != null) self.defined(defaults, scope);
        inner.declare(self);
        inner.declare(key, self);
        Typed value = inference.infer(inner);
        body.session().unify(selfType, value.type(), body.place(span));
        body.session().drain();
        if (!self.used()) return value;
        return new Typed(value.type(), false, out -> new Recursive(self, value).emit(out, span));
    }

    /** A lambda bound to its own name, then read; {@link #emitBind} takes the two apart again where it can. */
    private record Recursive(Variable self, Typed value) {
        Core emit(Emitter out, Span span) {
            Local local = self.local(out);
            Core.Lambda lambda = (Core.Lambda) value.emit().emit(out);
            Core bind = new Core.BindFunctions(List.of(local), List.of(lambda), BuiltinTypes.UNIT, span);
            return new Core.Block(List.of(bind, new Core.LocalGet(local, local.type(), span)), local.type(), span);
        }
    }

    private static Core emitBind(Emitter out, Variable variable, Typed value, Span span) {
        Core core = value.emit().emit(out);
        if (core instanceof Core.Block block && block.body().size() == 2
                && block.body().getFirst() instanceof Core.BindFunctions bind) {
            variable.shareLocal(bind.locals().getFirst());
            return bind;
        }
        return new Core.Bind(variable.local(out), core, BuiltinTypes.UNIT, span);
    }

    /** One binding per distinct type among the uses. */
    Blocks.Step copies(Variable variable, Span span) {
        return new Blocks.Many(() -> {
            List<Typed.Emit> emits = new ArrayList<>();
            Map<Type, Local> bound = new HashMap<>();
            for (Variable.Copy copy : variable.copies()) {
                emits.add(out -> {
                    Local same = bound.get(out.concrete(copy.variable().type()));
                    if (same != null) {
                        copy.variable().shareLocal(same);
                        return Body.unit(span);
                    }
                    Core bind = emitBind(out, copy.variable(), copy.value(), span);
                    bound.put(out.concrete(copy.variable().type()), copy.variable().local(out));
                    return bind;
                });
            }
            return emits;
        });
    }

    /** Functions that call each other, bound together and used at one type each. */
    private Blocks.Step together(Group group, LocalScope scope) {
        List<Variable> variables = new ArrayList<>();
        for (Definition d : group.members()) {
            Variable variable = new Variable(d.name(), scope.frame(), body.fresh(), false, false, false);
            variables.add(variable);
            scope.declare(scope.findOwn(d.name()) == null ? d.name() : d.name() + "/" + d.arity(), variable);
        }
        List<Typed> values = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Definition d = group.members().get(i);
            Typed value = body.functions().local(d.name(), d.clauses(), d.arity(), scope);
            body.session().unify(variables.get(i).type(), value.type(), body.place(d.clauses().getFirst().span()));
            body.session().drain();
            values.add(value);
        }
        Span span = group.members().getFirst().clauses().getFirst().span();
        return new Blocks.Plain(out -> {
            List<Local> locals = variables.stream().map(v -> v.local(out)).toList();
            List<Core.Lambda> lambdas = values.stream().map(v -> (Core.Lambda) v.emit().emit(out)).toList();
            return new Core.BindFunctions(locals, lambdas, BuiltinTypes.UNIT, span);
        });
    }
}
