package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.runtime.Machine;

/** What users may type while a program of known source runs. */
final class ProgramExpressions {
    private final MessageExpressions messages;
    private final FrameExpressions frames;

    ProgramExpressions(ProgramSource source, NostosCompiler compiler) {
        var aside = new Aside(source, compiler);
        messages = new MessageExpressions(aside);
        frames = new FrameExpressions(aside);
    }

    Expressions on(Machine machine) {
        return new Expressions() {
            @Override public Evaluated evaluate(String expression) { return messages.evaluate(expression, machine.types()); }

            @Override public Evaluated evaluateIn(Scope scope, String expression) { return frames.evaluate(scope, expression, machine); }
        };
    }
}
