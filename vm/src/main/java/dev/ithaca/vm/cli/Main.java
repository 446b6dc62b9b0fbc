package dev.ithaca.vm.cli;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.project.LoadException;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code nostos} command. */
public final class Main {
    private static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        // UTF-8 whatever the locale says; buffered, because a program may print a great deal
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, err);
        out.flush();
        err.flush();
        // halts worker threads of programs that were stopped in the middle
        System.exit(status);
    }

    /** @return the exit status */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.parse(words);
            return switch (arguments.command()) {
                case HELP -> {
                    out.print(Arguments.USAGE);
                    yield 0;
                }
                case VERSION -> {
                    out.println("nostos " + VERSION);
                    yield 0;
                }
                case INIT -> new InitCommand(out).execute(arguments.target());
                case RUN -> new RunCommand(Nostos.compiler(), out, err).execute(arguments);
                case CHECK -> new CheckCommand(Nostos.compiler(), out, err).execute(arguments);
                case TEST -> new TestCommand(Nostos.compiler(), out).execute(arguments);
                case TOP -> new TopCommand(Nostos.compiler(), out, err).execute(arguments);
            };
        } catch (UsageException e) {
            err.println("nostos: " + e.getMessage());
            err.print(Arguments.USAGE);
            return 1;
        } catch (LoadException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            err.println("Interrupted");
            return 130;
        } catch (RuntimeException | StackOverflowError e) {
            err.println("nostos: a mistake of this program, not of yours: " + e + place(e));
            err.println("Please report it, with the text that brought it about.");
            return 1;
        }
    }

    /** Where it struck, in one line: enough for a report. */
    private static String place(Throwable e) { return e.getStackTrace().length == 0 ? "" : " (" + e.getStackTrace()[0] + ")"; }
}
