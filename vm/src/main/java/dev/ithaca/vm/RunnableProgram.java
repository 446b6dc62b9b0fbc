package dev.ithaca.vm;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.jvm.Linker;
import dev.ithaca.vm.runtime.LinkedProgram;
import dev.ithaca.vm.runtime.MvarInitializer;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A checked program with its entry function. Every start links it anew, so that machines share nothing. */
final class RunnableProgram implements Program {
    private final CheckedProgram program;
    private final FunctionInstance entry;

    private final ProgramExpressions expressions;

    /** @param expressions evaluates what users type while it runs */
    RunnableProgram(CheckedProgram program, FunctionInstance entry, ProgramExpressions expressions) {
        this.program = program;
        this.entry = entry;
        this.expressions = expressions;
    }

    /** A function of the entry's module, or one named with its module. */
    private Optional<FunctionInstance> function(String name, int texts) {
        String module = entry.module();
        Optional<FunctionInstance> near = program.function(module.isEmpty() ? name : module + "." + name, texts);
        return near.isPresent() ? near : program.function(name, texts);
    }

    @Override public VirtualMachine start(VmOptions options) {
        List<CheckedProgram.MvarInit> inits = program.mvars();
        List<MvarSymbol> mvars = inits.stream().map(CheckedProgram.MvarInit::mvar).toList();
        var linker = new Linker(new Lowering()::lower, mvars);
        var initializers = new ArrayList<MvarInitializer>();
        for (int i = 0; i < mvars.size(); i++) {
            FunctionInstance initial = inits.get(i).initial();
            initializers.add(new MvarInitializer(i, LiteralValue.of(initial).orElseGet(() -> linker.closure(initial))));
        }
        return RunningProgram.start(new LinkedProgram(mvars.stream().map(MvarSymbol::qualifiedName).toList(), initializers,
                linker.closure(entry), linker::decode, new ProgramMessages(program, linker),
                new ProgramTypes(program, linker), (name, texts) -> function(name, texts).map(linker::closure), linker.tracer()), options, expressions::on);
    }
}
