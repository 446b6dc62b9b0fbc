package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One {@code Type: Trait ... end} block. */
final class ImplSymbol {
    private final ModuleScope module;
    private final Item.TraitImpl declaration;
    private final TraitSymbol trait;
    private final Type target;
    private final Map<String, Type> variables;
    private final List<Bound> bounds;
    private final Map<String, FunctionSymbol> methods = new LinkedHashMap<>();
    private final List<FunctionSymbol> unreachable = new ArrayList<>();

    /** A condition of the implementation: a variable of the target must implement a trait. */
    record Bound(Type variable, String trait) {}

    /** @param trait null for a builtin trait nobody declared
     *  @param target with generic variables for the parameters of the type */
    ImplSymbol(ModuleScope module, Item.TraitImpl declaration, TraitSymbol trait, Type target, Map<String, Type> variables,
               List<Bound> bounds) {
        this.module = module;
        this.declaration = declaration;
        this.trait = trait;
        this.target = target;
        this.variables = Map.copyOf(variables);
        this.bounds = List.copyOf(bounds);
    }

    ModuleScope module() { return module; }

    Item.TraitImpl declaration() { return declaration; }

    String traitName() { return declaration.trait().text(); }

    TraitSymbol trait() { return trait; }

    Type target() { return target; }

    /** The target's variables by the names its methods may use. */
    Map<String, Type> variables() { return variables; }

    List<Bound> bounds() { return bounds; }

    Map<String, FunctionSymbol> methods() { return methods; }

    /** Definitions the trait does not have; checked, never called. */
    List<FunctionSymbol> unreachable() { return unreachable; }

    void addUnreachable(FunctionSymbol method) { unreachable.add(method); }

    /** The first definition of a method wins. */
    void define(FunctionSymbol method) { methods.putIfAbsent(method.name(), method); }
}
