package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.runtime.FrameVariable;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.Mvars;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates expressions with the variables of a frame: the expression becomes a function of the module that the frame is of, with
 * the variables it names for parameters, and is called on a machine of its own with copies of their values. Module variables have
 * the values there that they have in the running program.
 */
final class FrameExpressions {
    private static final String EVALUATED = "evaluatedHere__";
    private static final String ENTRY = "evaluate__";
    private static final String ARGUMENTS = "arguments__";
    /** Types are written without their module. */
    private static final Pattern MODULE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
    private static final long FIRST_PROCESS = 1;
    private static final long LOOK_NANOS = 200_000;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Aside aside;

    FrameExpressions(Aside aside) { this.aside = aside; }

    /** @param running the machine of the frame */
    Expressions.Evaluated evaluate(Expressions.Scope scope, String expression, Machine running) {
        if (expression.isBlank()) return Expressions.Evaluated.refused("Type an expression with its variables");
        Map<String, FrameVariable> used = used(scope, expression);
        String module = aside.moduleOf(scope.file());
        Aside.Result typed = run(module, expression, used, true, running);
        // a type may have another name where the function is; what was run is not run again
        Aside.Result result = typed.compiled() ? typed : run(module, expression, used, false, running);
        if (result.problem() == null) return Expressions.Evaluated.to(result.value());
        return Expressions.Evaluated.refused(typed.problem());
    }

    /** The innermost of each name. */
    private static Map<String, FrameVariable> used(Expressions.Scope scope, String expression) {
        var used = new LinkedHashMap<String, FrameVariable>();
        for (FrameVariable v : scope.variables()) {
            if (Pattern.compile("(?<![\\w.])" + Pattern.quote(v.name()) + "(?!\\w)").matcher(expression).find()) used.put(v.name(), v);
        }
        return used;
    }

    private Aside.Result run(String module, String expression, Map<String, FrameVariable> used, boolean typed, Machine running) {
        String parameters = used.values().stream().map(v -> typed && v.type() != null ? v.name() + ": " + MODULE.matcher(v.type()).replaceAll("") : v.name())
                .collect(Collectors.joining(", "));
        String names = used.keySet().stream().map(name -> ", " + name).collect(Collectors.joining());
        String code = "\n" + EVALUATED + "(" + parameters + ") = {\n" + expression + "\n}\n"
                + ENTRY + "() = receive { (\"" + ARGUMENTS + "\", ()" + names + ") -> " + EVALUATED + "(" + String.join(", ", used.keySet()) + ")\n"
                // without a timer it would be found to wait in vain
                + "after 60000 -> panic(\"no arguments\") }\n";
        return aside.run(module, code, ENTRY, machine -> begin(machine, used, running));
    }

    /** Gives the waiting first process its arguments, once its module variables are as they are in the running program. */
    private static void begin(Machine machine, Map<String, FrameVariable> used, Machine running) throws InterruptedException {
        Process first = machine.observer().find(FIRST_PROCESS);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!"waiting".equals(machine.observer().status(first)) && System.nanoTime() < end) {
            if (Thread.interrupted()) throw new InterruptedException();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        var values = ForeignValues.toLookAt(machine.types());
        Mvars variables = machine.mvars();
        for (int i = 0; i < variables.count(); i++) {
            try {
                variables.put(i, values.rebuild(running.mvars().peek(i)));
            } catch (ForeignValues.Unfit keepsItsInitialValue) {
                continue;
            }
        }
        List<Object> message = new ArrayList<>(List.of(ARGUMENTS, Unit.UNIT));
        for (FrameVariable v : used.values()) {
            try {
                message.add(values.rebuild(v.value()));
            } catch (ForeignValues.Unfit unfit) {
                throw new ForeignValues.Unfit(v.name() + " cannot be used here: " + unfit.getMessage());
            }
        }
        machine.observer().send(first, new Tuple(message.toArray()));
    }
}
