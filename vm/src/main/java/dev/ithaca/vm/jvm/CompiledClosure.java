package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.value.Closure;
import java.util.List;

/** What generated function values share. Public for generated classes only. */
public abstract class CompiledClosure extends Closure {
    /**
     * @param captureNames names of the captured variables, for users
     * @param location where it is written; null if unknown
     * @param origin null for a named function
     */
    public record Info(String name, String signature, int arity, List<String> captureNames, CodeLocation location, Origin origin) {}

    public abstract Info info();

    @Override public final CodeLocation location() { return info().location(); }

    @Override public final Origin origin() { return info().origin(); }

    @Override public final int arity() { return info().arity(); }

    @Override public final String name() { return info().name(); }

    @Override public final String signature() { return info().signature(); }

    @Override public final int captureCount() { return info().captureNames().size(); }

    @Override public final String captureName(int i) { return info().captureNames().get(i); }
}
