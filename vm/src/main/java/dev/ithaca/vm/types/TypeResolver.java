package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns annotations into types (chapter 2, sections 2.3 to 2.5). */
final class TypeResolver {
    private final ModuleScope scope;
    private final Map<String, Type> variables;
    private final Supplier<TypeVariable> fresh;
    private final Flaws flaws;

    /** Told what is wrong with the types that were written. */
    interface Flaws {
        Flaws IGNORED = new Flaws() {
            @Override public boolean unknown(String name, Span at) { return false; }

            @Override public void tooLarge(String alias, Span at) {}
        };

        /** Nobody declared the name. @return whether its uses shall cause no further errors */
        boolean unknown(String name, Span at);

        /** What the alias stands for there has too many parts to work with. */
        void tooLarge(String alias, Span at);
    }

    /**
     * @param variables names that stand for types here: declared parameters, {@code Self}; implicit variables are added
     * @param fresh makes a type for an implicit variable or a missing argument; null if there are none (declarations)
     */
    TypeResolver(ModuleScope scope, Map<String, Type> variables, Supplier<TypeVariable> fresh, Flaws flaws) {
        this.scope = scope;
        this.variables = variables;
        this.fresh = fresh;
        this.flaws = flaws;
    }

    Type resolve(TypeExpr type) {
        return switch (type) {
            case TypeExpr.Unit _ -> BuiltinTypes.UNIT;
            case TypeExpr.ListOf list -> BuiltinTypes.list(resolve(list.element()));
            case TypeExpr.Tuple tuple -> new Type.Tuple(resolveAll(tuple.elements()));
            case TypeExpr.Function f -> new Type.Function(parameters(f.params()), resolve(f.result()));
            case TypeExpr.Record record -> new Type.Con(scope.tables().unknownType(TypeText.of(record)));
            case TypeExpr.Variable v -> variable(v.name(), v.span());
            case TypeExpr.Named named -> named(named);
        };
    }

    private List<Type> resolveAll(List<TypeExpr> types) { return types.stream().map(this::resolve).toList(); }

    private List<Type> parameters(List<TypeExpr> params) {
        if (params.size() == 1 && params.getFirst() instanceof TypeExpr.Unit) return List.of();
        return resolveAll(params);
    }

    private Type variable(String name, Span span) {
        if (name.equals("self") && variables.containsKey("Self")) return variables.get("Self");
        Type known = variables.get(name);
        if (known != null) return known;
        if (fresh != null) return implicit(name);
        return unknown(name, span);
    }

    private Type unknown(String name, Span span) {
        return flaws.unknown(name, span) ? BuiltinTypes.DYNAMIC : new Type.Con(scope.tables().unknownType(name));
    }

    private Type implicit(String name) {
        TypeVariable variable = fresh.get();
        variables.put(name, variable);
        return variable;
    }

    private Type named(TypeExpr.Named named) {
        String name = named.name();
        TypeSymbol builtin = BuiltinTypes.named(name);
        boolean primitive = builtin != null && builtin.kind() == TypeSymbol.Kind.PRIMITIVE && builtin != BuiltinTypes.UNIT_SYMBOL;
        if (!primitive && named.args().isEmpty() && variables.containsKey(name)) return variables.get(name);
        TypeSymbol symbol = primitive ? builtin : new NameLookup(scope).type(name);
        if (symbol == null) {
            if (name.length() == 1 && fresh != null) return implicit(name);
            return unknown(name, named.span());
        }
        List<Type> args = new ArrayList<>(resolveAll(named.args()));
        if (args.isEmpty()) for (int i = 0; i < symbol.params().size(); i++) args.add(missing());
        if (symbol.kind() != TypeSymbol.Kind.ALIAS) return new Type.Con(symbol, args);
        Type target = TypeArguments.substitute(scope.tables().aliasTarget(symbol), args);
        if (!TypeSize.isTooLarge(target)) return target;
        flaws.tooLarge(name, named.span());
        return new Type.Con(scope.tables().unknownType(name));
    }

    /** A bare generic name fits any instantiation. */
    private Type missing() { return fresh != null ? fresh.get() : BuiltinTypes.DYNAMIC; }
}
