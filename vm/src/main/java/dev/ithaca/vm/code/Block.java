package dev.ithaca.vm.code;

import java.util.List;

/**
 * A basic block. An exception raised inside it goes to the handler block, if there is one, with the thrown exception
 * object in the handler's {@code exception} register.
 *
 * @param handler block number, or -1
 * @param exception for a handler block: the REF register that receives the exception object, else null. The Nostos value
 *        in it is read with {@link Instruction.ExceptionValue}
 */
public record Block(int number, List<Instruction> body, Terminator end, int handler, Register exception) {}
