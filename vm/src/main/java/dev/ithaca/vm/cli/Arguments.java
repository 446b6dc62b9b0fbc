package dev.ithaca.vm.cli;

import dev.ithaca.vm.VmOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parsed command line. Written by hand because starting a program fast is a goal of ours and an argument library costs
 * more than the rest of the start.
 *
 * @param target file or folder; null for help and version
 * @param commandLine all of it, but for the word that says to run
 * @param programArguments what stands after the target, for the program itself
 * @param dump where to write the last state of a program that fails
 */
record Arguments(Command command, Path target, List<String> commandLine, List<String> programArguments, boolean jsonErrors, Optional<String> bin,
                 int workers, int slice, int sliceSeed, int seconds, int intervalMillis, boolean once, boolean crashStops,
                 boolean profile, Optional<Path> dump) {
    enum Command { RUN, CHECK, TEST, TOP, INIT, HELP, VERSION }

    static final String USAGE = """
            usage: nostos run [options] FILE|FOLDER [args...]   run a program
                   nostos check [options] FILE|FOLDER           report errors and warnings, run nothing
                   nostos test [options] FILE|FOLDER            run golden programs (# expect: ... lines) and test blocks
                   nostos top [options] FILE|FOLDER [args...]   run a program and watch its processes
                   nostos init [FOLDER]                         begin a project in a folder
                   nostos cache build|clear|info                the start-up cache

            options
              -b, --bin NAME        entry point of a project (a [[bin]] of nostos.toml)
                  --json-errors     errors as one JSON object per line on standard output
                  --threads N       scheduler threads (default: one per processor)
                  --slice N         reductions before a process gives way (default: 4000)
                  --slice-seed N    slices of random length up to that, to try a program that is cut anywhere
                  --crash-stops     run: the first crash of any process ends the program
                  --profile         run: which functions took the time, on standard error at the end
                  --dump FILE       run: if the program ends by a crash, a deadlock or for want of memory, write the state of all
                                    its processes to FILE, to be looked at in Ithaca's monitor
                  --no-jit          do not compile to machine code: slower, for comparison
                  --seconds N       test: time limit per program (default: 15)
                  --interval MS     top: time between refreshes (default: 1000)
                  --once            top: print one table after the interval and stop the program
              -h, --help            this text
              -v, --version         the version
                  --check           the same as 'nostos check'
                  --build-cache     make the start-up cache now and wait for it; --clear-cache removes it

            'nostos FILE' is short for 'nostos run FILE'. Right behind FILE may stand --bin, --check, --json-errors, --no-jit,
            --profile and --dump too; all else there, and what follows --, goes to the program.
            """;

    static Arguments parse(List<String> words) throws UsageException {
        return new Parser(words).parse();
    }

    private static final class Parser {
        /** Options that may also stand right behind the program; what comes after others is the program's own. */
        private static final Set<String> AFTER_PROGRAM = Set.of("--check", "--json-errors", "--no-jit", "--profile", "--dump", "-b", "--bin");
        private static final String END_OF_OPTIONS = "--";

        private final List<String> words;
        private int at;
        private Command command;
        private Path target;
        private boolean json;
        private String bin;
        private int workers = Runtime.getRuntime().availableProcessors();
        private int slice = VmOptions.DEFAULT_SLICE;
        private int sliceSeed;
        private int seconds = 15;
        private int interval = 1000;
        private boolean once;
        private boolean crashStops;
        private boolean profile;
        private Path dump;

        Parser(List<String> words) { this.words = words; }

        Arguments parse() throws UsageException {
            if (words.isEmpty()) throw new UsageException("nothing to do");
            command = switch (words.getFirst()) {
                case "run" -> Command.RUN;
                case "check" -> Command.CHECK;
                case "test" -> Command.TEST;
                case "top" -> Command.TOP;
                case "init" -> Command.INIT;
                default -> null;
            };
            if (command != null) at = 1;
            else command = Command.RUN;
            while (at < words.size() && target == null) word(words.get(at++));
            if (command == Command.HELP || command == Command.VERSION) return result(List.of());
            var rest = new ArrayList<String>();
            while (at < words.size()) {
                boolean takesArguments = command == Command.RUN || command == Command.TOP;
                if (!takesArguments || rest.isEmpty() && AFTER_PROGRAM.contains(words.get(at))) word(words.get(at++));
                else rest.add(words.get(at++));
            }
            if (!rest.isEmpty() && rest.getFirst().equals(END_OF_OPTIONS)) rest.removeFirst();
            if (command == Command.INIT && target == null) target = Path.of("");
            if (target == null) throw new UsageException("no file or folder given");
            return result(rest);
        }

        private void word(String word) throws UsageException {
            switch (word) {
                case "-h", "--help" -> command = Command.HELP;
                case "-v", "--version" -> command = Command.VERSION;
                case "--check" -> command = Command.CHECK;
                case "--json-errors" -> json = true;
                case "--once" -> once = true;
                case "--crash-stops" -> crashStops = true;
                case "--profile" -> profile = true;
                case "--dump" -> dump = Path.of(value(word));
                // the launcher has told the JVM
                case "--no-jit" -> { }
                case "-u", "--use", "-e", "--extension" -> throw new UsageException(word + ": native extensions cannot be loaded on this machine");
                case "-b", "--bin" -> bin = value(word);
                case "--threads" -> workers = number(word, 1);
                case "--slice" -> slice = number(word, 1);
                case "--slice-seed" -> sliceSeed = number(word, 1);
                case "--seconds" -> seconds = number(word, 1);
                case "--interval" -> interval = number(word, 10);
                default -> {
                    if (word.startsWith("-") && word.length() > 1) throw new UsageException("unknown option " + word);
                    if (target != null) throw new UsageException("one file or folder only, not also " + word);
                    target = Path.of(word);
                }
            }
        }

        private String value(String option) throws UsageException {
            if (at == words.size()) throw new UsageException(option + " needs a value");
            return words.get(at++);
        }

        private int number(String option, int least) throws UsageException {
            String text = value(option);
            try {
                int n = Integer.parseInt(text);
                if (n >= least) return n;
            } catch (NumberFormatException e) {
                // told below, together with numbers that are too small
            }
            throw new UsageException(option + " needs a whole number from " + least + " up, not " + text);
        }

        private List<String> commandLine() {
            int first = words.getFirst().equals("run") || words.getFirst().equals("top") ? 1 : 0;
            return Stream.concat(Stream.of("nostos"), words.stream().skip(first)).toList();
        }

        private Arguments result(List<String> rest) {
            return new Arguments(command, target, commandLine(), List.copyOf(rest), json, Optional.ofNullable(bin), workers, slice, sliceSeed, seconds,
                    interval, once, crashStops, profile, Optional.ofNullable(dump));
        }
    }
}
