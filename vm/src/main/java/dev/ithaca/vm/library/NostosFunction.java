package dev.ithaca.vm.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public static Java method a function of the language; see {@link dev.ithaca.vm.types.Builtin} for how its
 * parameters are passed. Names that start with {@code %} are for the compiler; names with an underscore after the dot are
 * for the library's own Nostos code.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface NostosFunction {
    /** One or more names for the same function, qualified where they need it: {@code String.trim}. */
    String[] name();

    /** Signature in Nostos notation; several are overloads served by the same method. */
    String[] type();

    /** The concrete type of the first argument this implementation is for; empty for every type. */
    String on() default "";

    /** Whether a call may suspend the process. */
    boolean suspends() default false;

    /** What it does; the first sentence stands alone in overviews. Empty where another implementation is documented. */
    String doc() default "";

    /** Lines {@code expression => value} or {@code expression => throws value}, run as tests. */
    String[] example() default {};

    /** Cost of a call; n is the size of the argument. */
    String complexity() default "O(1)";
}
