package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.Optional;

/** Functions of a program by their names, for those who call it from outside; whoever compiled it provides them. */
@FunctionalInterface
public interface FunctionDirectory {
    /**
     * A function that takes that many texts.
     *
     * @param name with its module, or without for those of the entry's module
     */
    Optional<Closure> find(String name, int texts);

    /** Knows none. */
    static FunctionDirectory none() { return (name, texts) -> Optional.empty(); }
}
