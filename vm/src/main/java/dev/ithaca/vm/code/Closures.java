package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Local;
import java.util.ArrayList;
import java.util.List;

/** Lowers lambdas and local functions: nested functions with explicit captures. */
final class Closures {
    private final FunctionLowering f;
    private final CodeBuilder code;

    Closures(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    /** @param self the local the lambda is bound to, or null */
    Register make(Core.Lambda lambda, Local self) {
        List<Local> captured = f.captures.of(lambda);
        List<Register> registers = captured.stream().map(local -> f.variable(local).register()).toList();
        Register closure = code.register(Kind.REF);
        code.emit(new Instruction.MakeClosure(closure, lower(lambda, captured, self), registers));
        return closure;
    }

    /** Functions that refer to one another: each is made with a placeholder for those that do not exist yet. */
    void bind(Core.BindFunctions bind) {
        List<Local> locals = bind.locals();
        List<Register> closures = new ArrayList<>();
        List<FunctionCode> codes = new ArrayList<>();
        for (Local local : locals) f.reserve(local);
        Register placeholder = null;
        for (int i = 0; i < locals.size(); i++) {
            Core.Lambda lambda = bind.lambdas().get(i);
            List<Local> captured = f.captures.of(lambda);
            List<Register> registers = new ArrayList<>();
            for (Local local : captured) {
                int partner = locals.indexOf(local);
                if (partner < i) {
                    registers.add(f.variable(local).register());
                } else {
                    if (placeholder == null) placeholder = f.conversions.unit();
                    registers.add(placeholder);
                }
            }
            FunctionCode lowered = lower(lambda, captured, locals.get(i));
            Register closure = f.variable(locals.get(i)).register();
            code.emit(new Instruction.MakeClosure(closure, lowered, registers));
            closures.add(closure);
            codes.add(lowered);
        }
        for (int i = 0; i < locals.size(); i++) {
            List<Local> captured = f.captures.of(bind.lambdas().get(i));
            for (int c = 0; c < captured.size(); c++) {
                int partner = locals.indexOf(captured.get(c));
                if (partner >= i) code.emit(new Instruction.PatchCapture(closures.get(i), codes.get(i), c, closures.get(partner)));
            }
        }
        locals.forEach(f::show);
    }

    private FunctionCode lower(Core.Lambda lambda, List<Local> captured, Local self) {
        return new FunctionLowering(f.captures, f.file, f.module, lambda.resultType()).lambda(lambda, captured, self);
    }
}
