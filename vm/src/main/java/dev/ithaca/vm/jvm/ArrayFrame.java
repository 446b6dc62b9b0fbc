package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.CompiledCode;
import dev.ithaca.vm.runtime.Frame;

/** A frame with its registers in arrays, for functions with very many of them. Public for generated classes only. */
public final class ArrayFrame extends Frame {
    public final long[] bits;
    public final Object[] refs;

    /** The arrays are not copied. */
    public ArrayFrame(CompiledCode code, int site, long[] bits, Object[] refs) {
        super(code, site);
        this.bits = bits;
        this.refs = refs;
    }

    @Override public long bits(int i) { return bits[i]; }

    @Override public Object ref(int i) { return refs[i]; }
}
