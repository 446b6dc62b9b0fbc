package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.types.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Stands between the callers of a function and the function, and tells a listener what passes. */
final class CallProbe {
    private static final MethodHandle WANTS = find("wants", boolean.class, Process.class);
    private static final MethodHandle ENTER = find("enter", Object.class, Process.class, Object[].class);

    /** A call under way: in which process, and what the listener calls it. */
    private record Passing(Process process, Object call) {}

    private final CallTracer.Listener listener;
    private final FunctionCode code;
    private final CallTracer.Function function;

    CallProbe(CallTracer.Listener listener, CompiledFunction compiled) {
        this.listener = listener;
        code = compiled.plan().code;
        List<String> names = new ArrayList<>();
        for (Register r : code.params()) names.add(nameOf(r, names.size() + 1));
        function = new CallTracer.Function(compiled.instance().qualifiedName(), names, code.paramTypes().stream().map(CallProbe::text).toList(), text(code.resultType()));
    }

    private String nameOf(Register r, int number) {
        return code.debug().variables().stream().filter(v -> v.register().equals(r)).map(DebugInfo.Variable::name).findFirst().orElse("argument " + number);
    }

    private static String text(Type type) { return type == null || type instanceof Type.Dynamic ? null : type.show(); }

    /** The target with this probe before and after it. */
    MethodHandle before(MethodHandle target) {
        MethodType type = target.type();
        MethodHandle enter = ENTER.bindTo(this).asCollector(Object[].class, type.parameterCount() - 1)
                .asType(MethodType.methodType(Object.class, type.parameterList()));
        MethodHandle leave = find("leave", type.returnType(), Throwable.class, type.returnType(), Object.class).bindTo(this);
        MethodHandle told = MethodHandles.tryFinally(MethodHandles.dropArguments(target, 0, Object.class), leave);
        return MethodHandles.guardWithTest(WANTS.bindTo(this), MethodHandles.foldArguments(told, enter), target);
    }

    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().findVirtual(CallProbe.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean wants(Process p) { return listener.wants(p); }

    private Object enter(Process p, Object[] raw) {
        Object[] arguments = new Object[raw.length];
        for (int i = 0; i < raw.length; i++) {
            Kind kind = code.params().get(i).kind();
            arguments[i] = kind == Kind.REF ? raw[i] : Boxing.box(bits(raw[i]), kind, code.paramTypes().get(i));
        }
        Object call = listener.entered(p, function, arguments);
        return call == null ? null : new Passing(p, call);
    }

    private static long bits(Object raw) {
        return raw instanceof Double d ? Double.doubleToRawLongBits(d) : ((Number) raw).longValue();
    }

    private long leave(Throwable thrown, long result, Object passing) {
        if (passing != null) tell((Passing) passing, thrown, result);
        return result;
    }

    private double leave(Throwable thrown, double result, Object passing) {
        if (passing != null) tell((Passing) passing, thrown, Double.doubleToRawLongBits(result));
        return result;
    }

    private int leave(Throwable thrown, int result, Object passing) {
        if (passing != null) tell((Passing) passing, thrown, (long) result);
        return result;
    }

    private Object leave(Throwable thrown, Object result, Object passing) {
        if (passing instanceof Passing p) end(p, thrown, result);
        return result;
    }

    private void tell(Passing p, Throwable thrown, long bits) {
        end(p, thrown, thrown != null || p.process.unwinding ? null : Boxing.box(bits, code.result(), code.resultType()));
    }

    private void end(Passing p, Throwable thrown, Object result) {
        if (thrown != null) listener.failed(p.call, thrown);
        else if (p.process.inFlight() != null) listener.failed(p.call, p.process.inFlight());
        else if (p.process.unwinding) listener.putAside(p.call);
        else listener.returned(p.call, result);
    }
}
