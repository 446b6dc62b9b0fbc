package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.List;

/** What the first process runs: the initialisers of the module variables one after the other, then main. */
final class BootCode extends CompiledCode {
    private static final class Stage extends Frame {
        private Stage(BootCode code, int site) { super(code, site); }

        @Override public long bits(int i) { throw new IndexOutOfBoundsException(i); }

        @Override public Object ref(int i) { throw new IndexOutOfBoundsException(i); }
    }

    /** A function for the first process to start with. */
    private static final class Boot extends Closure {
        private final BootCode code;

        private Boot(BootCode code) { this.code = code; }

        @Override public int arity() { return 0; }

        @Override public String name() { return code.main.name(); }

        @Override public String signature() { return code.main.signature(); }

        @Override public Object call(Process p) { return code.run(p, 0); }
    }

    private final List<MvarInitializer> initializers;
    private final Closure main;

    private BootCode(List<MvarInitializer> initializers, Closure main) {
        this.initializers = List.copyOf(initializers);
        this.main = main;
    }

    static Closure closure(List<MvarInitializer> initializers, Closure main) {
        return initializers.isEmpty() ? main : new Boot(new BootCode(initializers, main));
    }

    private Object run(Process p, int from) {
        for (int i = from; i < initializers.size(); i++) {
            Object value = initializers.get(i).value().call(p);
            if (p.unwinding) {
                p.save(new Stage(this, i));
                return null;
            }
            p.mvarSet(initializers.get(i).mvar(), value);
        }
        return main.call(p);
    }

    @Override public void resume(Process p, Frame frame) {
        p.checkPending();
        p.mvarSet(initializers.get(frame.site).mvar(), p.takeRef());
        Object result = run(p, frame.site + 1);
        if (!p.unwinding) p.returnRef(result);
    }

    @Override public boolean catches(int site) { return false; }

    @Override public CodeLocation location(int site) { return null; }

    @Override public List<FrameVariable> variables(Frame frame) { return List.of(); }

    @Override public CodeLocation locationOfLine(int javaLine) { return null; }
}
