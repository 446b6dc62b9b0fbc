package dev.ithaca.vm.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The program's input, UTF-8. Its methods block: call them within {@link Process#await}. */
public final class StandardInput {
    private final BufferedReader reader;
    private final ProgramOutput prompts;

    StandardInput(InputStream in, ProgramOutput prompts) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.prompts = prompts;
    }

    /** The next line without its end; null at the end of the input. */
    public String readLine() throws IOException {
        prompts.flush();
        return reader.readLine();
    }

    /** Up to that many characters; an empty string at the end of the input. */
    public String read(int characters) throws IOException {
        prompts.flush();
        char[] chars = new char[characters];
        int n = reader.read(chars);
        return n <= 0 ? "" : new String(chars, 0, n);
    }
}
