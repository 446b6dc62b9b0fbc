package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.StackDecoder;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.StructShape;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.MvarSymbol;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Compiles the functions of one running program to JVM classes when they are first called, and links them. Programs do not
 * share linkers. Safe for use by any number of threads.
 */
public final class Linker implements StackDecoder {
    /** HotSpot does not compile methods of more than 8,000 bytes. */
    static final int HOTSPOT_METHOD_LIMIT = 8_000;

    private final Function<FunctionInstance, FunctionCode> lowering;
    private final int methodLimit;
    private final ProgramLoader loader = new ProgramLoader(this);
    private final Map<MvarSymbol, Integer> mvars = new IdentityHashMap<>();
    private final ConstantTable constants = new ConstantTable();
    private final StructClasses structs = new StructClasses(loader, constants);
    private final Map<FunctionInstance, CompiledFunction> functions = new IdentityHashMap<>();
    private final Map<FunctionCode, CompiledFunction> lambdas = new IdentityHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CompiledFunction> byClassName = new ConcurrentHashMap<>();
    private final Map<FunctionInstance, List<MutableCallSite>> callSites = new IdentityHashMap<>();
    private final CallTraces traces = new CallTraces(this);

    /**
     * @param lowering gives the register code of a function instance; called at most once for each, from any thread
     * @param mvars the module variables by their index in the machine
     */
    public Linker(Function<FunctionInstance, FunctionCode> lowering, List<MvarSymbol> mvars) {
        this(lowering, mvars, HOTSPOT_METHOD_LIMIT);
    }

    /** @param methodLimit functions with more bytes of code are cut into several methods */
    Linker(Function<FunctionInstance, FunctionCode> lowering, List<MvarSymbol> mvars, int methodLimit) {
        this.lowering = lowering;
        this.methodLimit = methodLimit;
        for (MvarSymbol mvar : mvars) this.mvars.put(mvar, this.mvars.size());
    }

    /** A function as a value, to be called or spawned. Its code is generated when it is first called. */
    public Closure closure(FunctionInstance function) { return function(function).functionValue(); }

    /** The one shape of a constructor's values. */
    public StructShape shape(ConstructorSymbol constructor) { return structs.shape(constructor); }

    /** Makes values of a constructor from their boxed fields, for values that are not made by the program's own code. */
    public Function<Object[], Struct> maker(ConstructorSymbol constructor) {
        Class<?> type = load(structs.className(constructor));
        try {
            if (StructClasses.hasOneInstance(constructor)) {
                Struct only = (Struct) type.getField(StructClasses.INSTANCE).get(null);
                return _ -> only;
            }
            Constructor<?> maker = type.getConstructors()[0];
            Object[] zeros = Arrays.stream(maker.getParameterTypes()).map(Linker::zero).toArray();
            return ((Struct) maker.newInstance(zeros))::with;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object zero(Class<?> type) {
        return type == long.class ? (Object) 0L : type == double.class ? (Object) 0.0 : type == int.class ? (Object) 0 : null;
    }

    /** Where an element of a Java stack trace is in the source; null if it is not the program's or is hidden from users. */
    @Override public CodeLocation decode(StackTraceElement element) {
        CompiledFunction code = byClassName.get(element.getClassName());
        return code == null ? null : code.locationOfLine(element.getLineNumber());
    }

    /**
     * Sends all calls of a function, present and future, to another one with the same parameter and result kinds;
     * activations that are under way end in the old code. Functions that have become one loop with the old one have to be
     * replaced together with it.
     */
    public void replace(FunctionInstance old, FunctionInstance replacement) {
        CompiledFunction now = function(replacement);
        load(now.className());
        synchronized (callSites) {
            synchronized (functions) {
                functions.put(old, now);
            }
            List<MutableCallSite> sites = callSites.getOrDefault(old, List.of());
            for (MutableCallSite site : sites) site.setTarget(handle(now, site.type()));
            MutableCallSite.syncAll(sites.toArray(MutableCallSite[]::new));
        }
    }

    /** Tells of calls of the program's functions. */
    public CallTracer tracer() { return traces; }

    // ---- for generated code and its generators

    int methodLimit() { return methodLimit; }

    StructClasses structs() { return structs; }

    int mvar(MvarSymbol symbol) {
        Integer index = mvars.get(symbol);
        if (index == null) throw new IllegalArgumentException("unknown module variable " + symbol.qualifiedName());
        return index;
    }

    int constant(Object value) { return constants.add(value); }

    Object constantValue(int id) {
        Object value = constants.get(id);
        return value instanceof FunctionInstance function ? closure(function) : value;
    }

    /** The id under which call sites and function values name a function. */
    int functionConstant(FunctionInstance function) { return constants.add(function); }

    CompiledFunction function(FunctionInstance instance) {
        synchronized (functions) {
            return functions.computeIfAbsent(instance,
                    f -> register(new CompiledFunction(this, numbers.incrementAndGet(), f.name(), () -> lowering.apply(f), f)));
        }
    }

    CompiledFunction lambda(FunctionCode code) {
        synchronized (lambdas) {
            return lambdas.computeIfAbsent(code,
                    c -> register(new CompiledFunction(this, numbers.incrementAndGet(), c.name(), () -> c, null)));
        }
    }

    private CompiledFunction register(CompiledFunction function) {
        promise(function.className(), function, function::mainClass);
        return function;
    }

    /** Announces a class with code of a function. */
    void promise(String className, CompiledFunction function, Supplier<byte[]> generator) {
        byClassName.put(className, function);
        loader.promise(className, generator);
    }

    Class<?> load(String className) {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    CallSite link(int functionId, MethodType type) {
        FunctionInstance instance = (FunctionInstance) constants.get(functionId);
        MutableCallSite site = new MutableCallSite(type);
        // Generates the code before the lock is taken.
        handle(function(instance), type);
        synchronized (callSites) {
            callSites.computeIfAbsent(instance, _ -> new ArrayList<>()).add(site);
            site.setTarget(handle(function(instance), type));
        }
        return site;
    }

    /** Has the call sites of some functions lead anew to where they are to lead now. */
    void relink(Predicate<FunctionInstance> which) {
        synchronized (callSites) {
            List<MutableCallSite> changed = new ArrayList<>();
            callSites.forEach((instance, sites) -> {
                if (!which.test(instance)) return;
                for (MutableCallSite site : sites) site.setTarget(handle(function(instance), site.type()));
                changed.addAll(sites);
            });
            MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
        }
    }

    /** How many of some functions are called anywhere in the code that has run so far. */
    int linked(Predicate<FunctionInstance> which) {
        synchronized (callSites) {
            return (int) callSites.keySet().stream().filter(which).count();
        }
    }

    private MethodHandle handle(CompiledFunction function, MethodType type) {
        try {
            return traces.through(function, MethodHandles.publicLookup().findStatic(load(function.className()), MainVariant.NAME, type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
