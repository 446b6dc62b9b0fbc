package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Closure;
import java.util.ArrayList;
import java.util.List;

/**
 * A function written by hand the way the code generator writes them: numbered sites, registers, frames. A subclass
 * implements {@link #run} as a loop over a switch on the site.
 */
public abstract class TestFunction extends CompiledCode {
    private final String name;

    protected TestFunction(String name) { this.name = name; }

    /** Registers of one activation. */
    public static final class Registers {
        public final Object[] refs = new Object[4];
        public final long[] longs = new long[4];
        /** Not yet past the safepoint that it was resumed at. */
        private boolean fresh;

        Registers copy() {
            Registers r = new Registers();
            System.arraycopy(refs, 0, r.refs, 0, refs.length);
            System.arraycopy(longs, 0, r.longs, 0, longs.length);
            return r;
        }
    }

    private static final class Saved extends Frame {
        private final Registers registers;

        private Saved(CompiledCode code, int site, Registers registers) {
            super(code, site);
            this.registers = registers.copy();
        }

        @Override public long bits(int i) { return registers.longs[i]; }

        @Override public Object ref(int i) { return registers.refs[i]; }
    }

    /** Goes on at a site; returns the boxed result, or anything if the process is unwinding after {@link #save}. */
    protected abstract Object run(Process p, int site, Registers r);

    protected final Object save(Process p, int site, Registers r) {
        p.save(new Saved(this, site, r));
        return null;
    }

    /** Whether it goes on right after the safepoint of site 1; true once per resumption. */
    protected static boolean resumed(Registers r, int site) {
        boolean fresh = r.fresh && site == 1;
        r.fresh = false;
        return fresh;
    }

    /** Function entry or loop header. @return whether to save and return */
    protected static boolean safepoint(Process p) {
        if (--p.budget < 0) p.safepoint();
        return p.unwinding;
    }

    public final Object call(Process p, Object... refs) {
        Registers r = new Registers();
        System.arraycopy(refs, 0, r.refs, 0, refs.length);
        return run(p, 0, r);
    }

    public final Object call(Process p, long argument) {
        Registers r = new Registers();
        r.longs[0] = argument;
        return run(p, 0, r);
    }

    /** A function object without parameters that calls this with the given references. */
    public final Closure closure(Object... refs) {
        return new Closure() {
            @Override public int arity() { return 0; }

            @Override public String name() { return name; }

            @Override public String signature() { return name + "/"; }

            @Override public Object call(Process p) { return TestFunction.this.call(p, refs); }
        };
    }

    @Override public final void resume(Process p, Frame frame) {
        Saved saved = (Saved) frame;
        if (!catches(saved.site)) p.checkPending();
        Registers registers = saved.registers.copy();
        registers.fresh = true;
        Object result = run(p, saved.site, registers);
        if (!p.unwinding) p.returnRef(result);
    }

    @Override public boolean catches(int site) { return false; }

    @Override public CodeLocation location(int site) { return new CodeLocation(name, name + "/Int", "test.nos", 10 + site, 1); }

    @Override public List<FrameVariable> variables(Frame frame) {
        List<FrameVariable> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) if (frame.ref(i) != null) result.add(new FrameVariable("r" + i, null, frame.ref(i)));
        result.add(new FrameVariable("n", "Int", frame.bits(0)));
        return result;
    }

    @Override public CodeLocation locationOfLine(int javaLine) { return location(0); }
}
