package dev.ithaca.vm.types;

/** An unknown of inference; solved by pointing it at another type. Confined to the checker that made it. */
public final class TypeVariable implements Type {
    Type solution;
}
