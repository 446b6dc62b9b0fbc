package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists register code for people: one line per instruction, blocks with their handlers, lambdas after their function. */
public final class RegisterCodePrinter {
    private RegisterCodePrinter() {}

    public static String print(FunctionCode code) {
        StringBuilder out = new StringBuilder();
        function(code, out);
        return out.toString();
    }

    private static void function(FunctionCode code, StringBuilder out) {
        List<FunctionCode> nested = new ArrayList<>();
        out.append(code.signature()).append(" (").append(list(code.params().subList(0, code.captureCount())));
        if (code.captureCount() > 0) out.append(" | ");
        out.append(list(code.params().subList(code.captureCount(), code.params().size())));
        out.append(") -> ").append(code.result()).append('\n');
        for (Block block : code.blocks()) {
            out.append('b').append(block.number());
            if (block.exception() != null) out.append(" catch ").append(block.exception());
            if (block.handler() >= 0) out.append(" handler b").append(block.handler());
            out.append(":\n");
            for (Instruction i : block.body()) {
                Register result = Operands.result(i);
                out.append("    ");
                if (result != null) out.append(result).append(" = ");
                out.append(components(i)).append('\n');
                if (i instanceof Instruction.MakeClosure made && !nested.contains(made.code())) nested.add(made.code());
            }
            out.append("    ").append(terminator(block.end())).append('\n');
        }
        for (DebugInfo.Variable v : code.debug().variables()) {
            String ranges = v.ranges().stream().map(r -> "b" + r.block() + "[" + r.from() + ".." + r.to() + ")")
                    .collect(Collectors.joining(" "));
            out.append("  # ").append(v.name()).append(" in ").append(v.register()).append(v.inCell() ? " (cell)" : "")
                    .append(": ").append(ranges).append('\n');
        }
        for (FunctionCode inner : nested) {
            out.append('\n');
            function(inner, out);
        }
    }

    private static String terminator(Terminator end) {
        return switch (end) {
            case Terminator.Jump t -> "Jump b" + t.target();
            case Terminator.Branch t -> "Branch " + t.condition() + " b" + t.ifTrue() + " b" + t.ifFalse();
            case Terminator.Return t -> "Return " + t.value();
            case Terminator.Throw t -> "Throw " + t.value();
            case Terminator.Rethrow t -> "Rethrow " + t.exception();
            case Terminator.Raise t -> "Raise " + t.kind() + " \"" + t.message() + "\"";
        };
    }

    /** The instruction's name and its components but for the result, which stands to the left of it. */
    private static String components(Instruction instruction) {
        StringBuilder out = new StringBuilder(instruction.getClass().getSimpleName());
        for (RecordComponent component : instruction.getClass().getRecordComponents()) {
            if (component.getName().equals("dst")) continue;
            try {
                out.append(' ').append(text(component.getAccessor().invoke(instruction)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return out.toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "()";
            case FunctionCode c -> c.signature();
            case FunctionInstance f -> f.qualifiedName();
            case Builtin b -> b.name();
            case MvarSymbol m -> m.qualifiedName();
            case String s -> '"' + s.replace("\n", "\\n") + '"';
            case List<?> l -> "[" + list(l) + "]";
            default -> value.toString();
        };
    }

    private static String list(List<?> items) { return items.stream().map(RegisterCodePrinter::text).collect(Collectors.joining(", ")); }
}
