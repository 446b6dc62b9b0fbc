package dev.ithaca.vm;

import dev.ithaca.vm.inspect.Expressions;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Pid;
import dev.ithaca.vm.runtime.value.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Evaluates expressions against the source of a program: the expression becomes one more function of the entry module, the
 * compiler judges it there, and a machine of its own runs it. Its value is then rebuilt from the running program's own types.
 */
final class MessageExpressions {
    private static final String FUNCTION = "messageToSend__";
    private static final Pattern PID = Pattern.compile("<(?:pid )?(\\d+)>");

    private final Aside aside;

    MessageExpressions(Aside aside) { this.aside = aside; }

    /** @param types those of the running program */
    Expressions.Evaluated evaluate(String expression, TypeDirectory types) {
        if (expression.isBlank()) return Expressions.Evaluated.refused("Type an expression, such as (\"hello\", 1)");
        List<Long> pids = PID.matcher(expression).results().map(found -> Long.valueOf(found.group(1))).distinct().toList();
        Aside.Result result = aside.run(aside.entryModule(), function(expression, pids), FUNCTION, Aside.Preparation.NONE);
        return result.problem() != null ? Expressions.Evaluated.refused(result.problem()) : rebuild((Tuple) result.value(), pids, types);
    }

    /** The value comes with the processes that stood in for those named in the expression. */
    private static Expressions.Evaluated rebuild(Tuple result, List<Long> pids, TypeDirectory types) {
        Map<Long, Long> meant = new HashMap<>();
        var standIns = (ListValue) result.get(0);
        int next = 0;
        for (Object standIn : standIns) {
            if (next < pids.size() && standIn instanceof Pid(long id)) meant.put(id, pids.get(next++));
        }
        try {
            return Expressions.Evaluated.to(ForeignValues.toSend(types, meant).rebuild(result.get(1)));
        } catch (ForeignValues.Unfit unfit) {
            return Expressions.Evaluated.refused(unfit.getMessage());
        }
    }

    /** {@code <7>} is no expression of the language: a process that ends at once stands in for it. */
    private static String function(String expression, List<Long> pids) {
        String named = PID.matcher(expression).replaceAll(found -> "pid" + found.group(1) + "__");
        String standIns = pids.stream().map(pid -> "    pid" + pid + "__ = spawn { () }\n").collect(Collectors.joining());
        // one more, so that the list has elements
        String list = IntStream.rangeClosed(0, pids.size()).mapToObj(i -> i < pids.size() ? "pid" + pids.get(i) + "__" : "self()")
                .collect(Collectors.joining(", ", "[", "]"));
        return "\n" + FUNCTION + "() = {\n" + standIns + "    value__ = {\n" + named + "\n    }\n    (" + list + ", value__)\n}\n";
    }
}
