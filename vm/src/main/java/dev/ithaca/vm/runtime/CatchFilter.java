package dev.ithaca.vm.runtime;

/** What a {@code try} that is under way would do with an exception; asked at the throw, before anything is unwound. */
public interface CatchFilter {
    /** Whether it certainly handles the value. False leaves it open. */
    boolean surelyTakes(Object value);
}
