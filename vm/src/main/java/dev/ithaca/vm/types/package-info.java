/**
 * Names, types and choices: from syntax trees to the typed tree of one function instance.
 *
 * <ol>
 * <li>{@link dev.ithaca.vm.types.Declarations} reads the declarations of all modules into
 * {@link dev.ithaca.vm.types.ProgramTables}.</li>
 * <li>{@link dev.ithaca.vm.types.FunctionChecker} infers the general type of every function. What cannot be decided yet waits
 * as a {@link dev.ithaca.vm.types.Constraint} on a type variable, is generalised with it and decided where the function is
 * called.</li>
 * <li>{@link dev.ithaca.vm.types.Instances} makes code on demand: the body is inferred again at concrete types, and the
 * {@link dev.ithaca.vm.types.Typed} trees that gives are turned into {@link dev.ithaca.vm.types.Core}. One description of each
 * expression serves both purposes.</li>
 * </ol>
 *
 * <p>Functions of the library that only the compiler calls: {@code %index}, {@code %indexSet}, {@code %concat},
 * {@code %rangeList}, {@code %show}, {@code %shownested}. Of its ordinary functions it relies on {@code map},
 * {@code String.join}, {@code Set.toList}, {@code Map.toList}, {@code panic}, {@code println} and its like, and the numeric
 * conversions {@code toFloat}, {@code toBigInt}, ...
 */
package dev.ithaca.vm.types;
