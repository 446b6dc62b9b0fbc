package dev.ithaca.vm.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The program's input. Reading blocks: do it within {@link Process#await}. Closing does nothing, as it is the machine's. */
public final class StandardInput implements ReadableByteChannel {
    private final InputStream in;
    private final ProgramOutput prompts;

    StandardInput(InputStream in, ProgramOutput prompts) {
        this.in = in;
        this.prompts = prompts;
    }

    /** Reads what there is, at least a byte unless the input has ended. */
    @Override public int read(ByteBuffer into) throws IOException {
        prompts.flush();
        byte[] bytes = new byte[into.remaining()];
        int n = in.read(bytes);
        if (n > 0) into.put(bytes, 0, n);
        return n;
    }

    @Override public boolean isOpen() { return true; }

    @Override public void close() { }
}
