package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The types a function's annotations give, unknowns for what is not annotated; made anew for every inference of it. */
final class Annotations {
    /** A declared bound of a type parameter. */
    record Bound(TypeVariable variable, Name trait) {}

    private final List<Type> typeParams = new ArrayList<>();
    private final List<Type> params = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final Type result;
    private final Map<String, Type> variables = new HashMap<>();
    private final Type self;

    Annotations(FunctionSymbol function, Supplier<TypeVariable> fresh) { this(function, fresh, TypeResolver.Flaws.IGNORED); }

    Annotations(FunctionSymbol function, Supplier<TypeVariable> fresh, TypeResolver.Flaws flaws) {
        for (Item.TypeParam param : function.typeParams()) {
            TypeVariable variable = fresh.get();
            variable.open = true;
            variable.declared = true;
            typeParams.add(variable);
            variables.put(param.name().text(), variable);
            for (Name trait : param.bounds()) bounds.add(new Bound(variable, trait));
        }
        FunctionSymbol.Method method = function.method();
        self = method == null ? null : bindSelf(method.implementation(), fresh);
        TypeResolver resolver = new TypeResolver(function.module(), variables, fresh, flaws);
        TypeResolver inherited = method == null || method.declaration() == null ? null
                : new TypeResolver(method.traitModule(), traitVariables(), fresh, TypeResolver.Flaws.IGNORED);
        for (int i = 0; i < function.arity(); i++) {
            TypeExpr own = function.annotation(i);
            TypeExpr declared = inherited != null && i < method.declaration().params().size()
                    ? method.declaration().params().get(i).type() : null;
            if (own != null) params.add(resolver.resolve(own));
            else if (i == 0 && self != null) params.add(self);
            else params.add(declared != null ? inherited.resolve(declared) : fresh.get());
        }
        TypeExpr declaredResult = inherited == null ? null : method.declaration().returnType();
        if (function.resultAnnotation() != null) result = resolver.resolve(function.resultAnnotation());
        else result = declaredResult != null ? inherited.resolve(declaredResult) : fresh.get();
    }

    private Type bindSelf(ImplSymbol implementation, Supplier<TypeVariable> fresh) {
        Instantiation instantiation = new Instantiation(fresh);
        Type target = instantiation.apply(implementation.target());
        implementation.variables().forEach((name, type) -> variables.put(name, instantiation.apply(type)));
        variables.put("Self", target);
        return target;
    }

    private Map<String, Type> traitVariables() {
        Map<String, Type> own = new HashMap<>();
        own.put("Self", self);
        return own;
    }

    List<Type> typeParams() { return typeParams; }

    List<Type> params() { return params; }

    List<Bound> bounds() { return bounds; }

    Type result() { return result; }

    /** Names that stand for types in the function's body. */
    Map<String, Type> variables() { return variables; }

    /** The type a trait method is implemented for, else null. */
    Type self() { return self; }
}
