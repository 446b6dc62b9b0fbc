package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Type;
import java.util.List;

/**
 * Register code of one function instance or lambda. Block 0 is the entry.
 *
 * @param name for users, {@code loop} or {@code main.<lambda>}
 * @param signature for stack traces, {@code loop/Int}
 * @param params one register per parameter; a lambda's captures come first, then its parameters
 * @param captureCount how many of params are captures
 * @param paramTypes type of each of params, captures included; a lambda's own parameters have the kinds of their types
 *        too, so its closure class unboxes arguments and boxes the result exactly as for a function instance
 * @param result kind of the returned register
 * @param resultType needed to box the result
 */
public record FunctionCode(String module, String name, String signature, List<Register> params, int captureCount,
                           List<Type> paramTypes, Kind result, Type resultType, List<Register> registers,
                           List<Block> blocks, DebugInfo debug) {}
