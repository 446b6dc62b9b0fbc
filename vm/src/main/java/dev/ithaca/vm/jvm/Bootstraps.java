package dev.ithaca.vm.jvm;

import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What the JVM calls to link a generated class: it finds the linker through the class loader. Public for generated classes only. */
public final class Bootstraps {
    static final DirectMethodHandleDesc CALL = ConstantDescs.ofCallsiteBootstrap(
            Descs.of(Bootstraps.class), "call", Descs.of(CallSite.class), Descs.INT);
    static final DirectMethodHandleDesc CONSTANT = ConstantDescs.ofConstantBootstrap(
            Descs.of(Bootstraps.class), "constant", Descs.OBJECT, Descs.INT);

    private Bootstraps() {}

    /** Links a call of a function; its code is generated now if this is the first one. */
    public static CallSite call(MethodHandles.Lookup caller, String name, MethodType type, int function) {
        return linker(caller).link(function, type);
    }

    /** An object of the linker's constant table. */
    public static Object constant(MethodHandles.Lookup caller, String name, Class<?> type, int id) {
        return linker(caller).constantValue(id);
    }

    private static Linker linker(MethodHandles.Lookup caller) {
        return ((ProgramLoader) caller.lookupClass().getClassLoader()).linker();
    }
}
