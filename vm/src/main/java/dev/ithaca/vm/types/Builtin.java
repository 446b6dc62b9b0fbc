package dev.ithaca.vm.types;

import java.lang.reflect.Method;

/**
 * A function written in Java. Several builtins may share a name: with different signatures they are overloads; with the
 * same signature they are implementations for different argument types, told apart by {@code on}.
 *
 * @param name {@code length}, {@code String.trim}; names that start with {@code %} are for the compiler only
 * @param signature type in Nostos notation with optional bounds, {@code Ord a => List[a] -> List[a]}, parameters
 *        separated by commas: {@code String, Int -> String}
 * @param on null, or the concrete type of the first argument this implementation is for, {@code Int}
 * @param suspends whether a call may suspend the process (wait, sleep, IO)
 * @param target static method; a leading {@code Process} parameter receives the caller; {@code long} takes Int and the
 *        sized integers, {@code double} Float and Float32, {@code boolean} Bool, {@code int} Char, references everything
 *        else and every boxed value; {@code void} is unit
 * @param doc what it does, one paragraph
 */
public record Builtin(String name, String signature, String on, boolean suspends, Method target, String doc) {}
