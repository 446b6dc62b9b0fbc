package dev.ithaca.ide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;

/** Starts Ithaca. */
public final class Main {
    /** System property that carries the arguments when Maven starts the program, separated by blanks. */
    private static final String ARGUMENTS = "ithaca.args";

    private Main() {}

    public static void main(String[] args) {
        String[] all = Stream.concat(Arrays.stream(args), Arrays.stream(System.getProperty(ARGUMENTS, "").split("\\s+")))
                .filter(argument -> !argument.isBlank()).toArray(String[]::new);
        LaunchOptions options = LaunchOptions.parse(List.of(all));
        if (options.problem() != null) {
            System.err.println(options.problem() + "\n\n" + LaunchOptions.USAGE);
            System.exit(2);
        }
        if (options.help()) {
            System.out.print(LaunchOptions.USAGE);
            return;
        }
        if (options.tour() != null) useNoDisplay();
        else if (!hasDisplay()) explainMissingDisplay("No display is set (DISPLAY and WAYLAND_DISPLAY are empty).");
        launch(all);
    }

    private static void launch(String[] arguments) {
        try {
            Application.launch(IthacaApplication.class, arguments);
        } catch (RuntimeException failed) {
            if (mentions(failed, "DISPLAY")) explainMissingDisplay("The display cannot be opened.");
            if (mentions(failed, "GTK")) explainMissingDisplay("JavaFX found no GTK 3 on this system; install it (Debian, Ubuntu: apt install libgtk-3-0).");
            throw failed;
        }
    }

    private static boolean mentions(Throwable failure, String word) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).map(String::valueOf).anyMatch(text -> text.contains(word));
    }

    /** JavaFX's built-in platform without a screen; it must be chosen before the toolkit starts. */
    private static void useNoDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static void explainMissingDisplay(String what) {
        System.err.println("""
                Ithaca needs a display for its window. %s

                Start it from a desktop session, or see it without a display:
                    mvn -Dide.args="--tour out"
                runs an example and writes pictures of the IDE into the folder out.""".formatted(what));
        System.exit(1);
    }
}
