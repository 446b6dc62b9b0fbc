package dev.ithaca.ide;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param open file or folder to open, or null
 * @param tour folder for the pictures of a tour without a display, or null
 * @param problem what is wrong with the command line, or null
 */
record LaunchOptions(Path open, Path tour, boolean help, String problem) {
    static final String USAGE = """
            Usage: mvn [-Dide.args="OPTIONS"]

              FILE or FOLDER   open it
              --tour DIR       no window: open an example, run it, and write pictures of the IDE into DIR
              --help           this text
            """;

    static LaunchOptions parse(List<String> arguments) {
        Path open = null;
        Path tour = null;
        boolean help = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--help")) help = true;
            else if (argument.equals("--tour") && i + 1 < arguments.size()) tour = Path.of(arguments.get(++i));
            else if (argument.equals("--tour")) return wrong("--tour needs a folder for the pictures.");
            else if (argument.startsWith("-")) return wrong("There is no option " + argument + ".");
            else if (open != null) return wrong("Only one file or folder can be opened at the start.");
            else open = Path.of(argument);
        }
        return new LaunchOptions(open, tour, help, null);
    }

    private static LaunchOptions wrong(String problem) { return new LaunchOptions(null, null, false, problem); }
}
