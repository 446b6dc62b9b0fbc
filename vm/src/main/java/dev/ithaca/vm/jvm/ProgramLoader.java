package dev.ithaca.vm.jvm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Holds the generated classes of one running program. A class is generated when the JVM first asks for it. */
final class ProgramLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Linker linker;
    private final Map<String, Supplier<byte[]>> generators = new ConcurrentHashMap<>();

    ProgramLoader(Linker linker) {
        super("nostos", ProgramLoader.class.getClassLoader());
        this.linker = linker;
    }

    Linker linker() { return linker; }

    /** Promises a class; the generator runs at most once, on the thread that needs the class first. */
    void promise(String className, Supplier<byte[]> generator) { generators.put(className, generator); }

    @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        if (FrameClasses.isName(name)) {
            bytes = FrameClasses.generate(name);
        } else {
            Supplier<byte[]> generator = generators.remove(name);
            if (generator == null) throw new ClassNotFoundException(name);
            bytes = generator.get();
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
