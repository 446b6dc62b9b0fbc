package dev.ithaca.vm.types;

import java.util.List;
import java.util.function.Supplier;

/**
 * A function at concrete types: the unit of code generation. One object per (function, types) in a program, so identity
 * is equality.
 */
public final class FunctionInstance {
    private final String module;
    private final String name;
    private final String signature;
    private final List<Type> paramTypes;
    private final Type resultType;
    private final Supplier<Core.Function> elaboration;
    private Core.Function body;

    /**
     * @param name as the user wrote it, {@code loop}; {@code loop.helper} for local functions
     * @param signature name with suffix for stack traces, {@code loop/Int}
     * @param elaboration types the body at these types; called at most once
     */
    public FunctionInstance(String module, String name, String signature, List<Type> paramTypes, Type resultType,
                            Supplier<Core.Function> elaboration) {
        this.module = module;
        this.name = name;
        this.signature = signature;
        this.paramTypes = List.copyOf(paramTypes);
        this.resultType = resultType;
        this.elaboration = elaboration;
    }

    public String module() { return module; }

    public String name() { return name; }

    public String qualifiedName() { return module.isEmpty() ? name : module + "." + name; }

    public String signature() { return signature; }

    public List<Type> paramTypes() { return paramTypes; }

    public Type resultType() { return resultType; }

    /** The typed body, made on first use. Thread-safe. */
    public synchronized Core.Function body() {
        if (body == null) body = elaboration.get();
        return body;
    }

    @Override public String toString() { return qualifiedName() + paramTypes; }
}
