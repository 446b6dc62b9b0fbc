package dev.ithaca.monitor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter as typed: words that must all match. A word is free text (name, function, file, status, exit reason, start of
 * the pid), a text predicate {@code fn:pool} or a comparison {@code mbox>100}, {@code heap>=2m}; a leading {@code -}
 * turns it round; quotes hold words together, {@code file:"my bank.nos"}.
 */
public final class ProcessFilter {
    /** Accepts every process. */
    public static final ProcessFilter NONE = new ProcessFilter("", List.of(), null);

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern COMPARISON = Pattern.compile("([a-z/]+)(>=|<=|>|<|=)(\\d+(?:\\.\\d+)?)([kmg]?)");
    private static final Pattern FIELD = Pattern.compile("([a-z]+):(.*)");

    @FunctionalInterface
    private interface Word {
        boolean accepts(ProcessSample sample, int row);
    }

    @FunctionalInterface
    private interface NumberField {
        double of(ProcessSample sample, int row);
    }

    @FunctionalInterface
    private interface TextField {
        String of(ProcessSample sample, int row);
    }

    private final String text;
    private final List<Word> words;
    private final String problem;

    private ProcessFilter(String text, List<Word> words, String problem) {
        this.text = text;
        this.words = List.copyOf(words);
        this.problem = problem;
    }

    /** Never fails: a predicate with an unknown field is taken as free text, and {@link #problem()} says so. */
    public static ProcessFilter parse(String text) {
        var words = new ArrayList<Word>();
        String problem = null;
        for (String raw : split(text.toLowerCase(Locale.ROOT))) {
            boolean negated = raw.length() > 1 && raw.startsWith("-");
            String body = negated ? raw.substring(1) : raw;
            if (body.isEmpty()) continue;
            Word word = predicate(body);
            if (word == null) {
                word = freeText(body);
                if (COMPARISON.matcher(body).matches() || FIELD.matcher(body).matches()) {
                    problem = "unknown field in \"" + body + "\"; fields: state fn name pid file reason parent worker line"
                            + " mbox reds rate heap children uptime";
                }
            }
            Word positive = word;
            words.add(negated ? (sample, row) -> !positive.accepts(sample, row) : positive);
        }
        return new ProcessFilter(text, words, problem);
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(word -> word.group().replace("\"", "")).toList();
    }

    public String text() { return text; }

    /** What could not be understood, or null. */
    public String problem() { return problem; }

    public boolean acceptsAll() { return words.isEmpty(); }

    boolean accepts(ProcessSample sample, int row) {
        for (Word word : words) {
            if (!word.accepts(sample, row)) return false;
        }
        return true;
    }

    private static Word predicate(String body) {
        Matcher comparison = COMPARISON.matcher(body);
        if (comparison.matches()) {
            NumberField field = numberField(comparison.group(1));
            if (field == null) return null;
            return compare(field, comparison.group(2),
                    Double.parseDouble(comparison.group(3)) * scale(comparison.group(4)));
        }
        Matcher named = FIELD.matcher(body);
        if (!named.matches()) return null;
        String wanted = named.group(2);
        if (named.group(1).equals("pid")) return pidWord(wanted);
        if (named.group(1).equals("state") || named.group(1).equals("status")) return stateWord(wanted);
        TextField field = textField(named.group(1));
        return field == null ? null : (sample, row) -> contains(field.of(sample, row), wanted);
    }

    private static Word compare(NumberField field, String operator, double bound) {
        return switch (operator) {
            case ">" -> (s, row) -> field.of(s, row) > bound;
            case ">=" -> (s, row) -> field.of(s, row) >= bound;
            case "<" -> (s, row) -> field.of(s, row) < bound;
            case "<=" -> (s, row) -> field.of(s, row) <= bound;
            default -> (s, row) -> field.of(s, row) == bound;
        };
    }

    private static double scale(String unit) {
        return switch (unit) {
            case "k" -> 1e3;
            case "m" -> 1e6;
            case "g" -> 1e9;
            default -> 1;
        };
    }

    private static NumberField numberField(String name) {
        return switch (name) {
            case "pid" -> ProcessSample::pid;
            case "mbox", "mailbox" -> ProcessSample::mailboxLength;
            case "reds", "reductions" -> ProcessSample::reductions;
            case "rate", "reds/s" -> ProcessSample::reductionsPerSecond;
            case "heap", "mem", "memory" -> ProcessSample::heapBytes;
            case "children" -> ProcessSample::childCount;
            case "parent" -> ProcessSample::parent;
            case "worker" -> ProcessSample::worker;
            case "line" -> ProcessSample::line;
            case "uptime" -> (s, row) -> s.uptimeMillis(row) / 1000.0;
            default -> null;
        };
    }

    private static TextField textField(String name) {
        return switch (name) {
            case "fn", "function" -> ProcessSample::function;
            case "name" -> ProcessSample::name;
            case "spawn", "start" -> ProcessSample::initialFunction;
            case "file" -> ProcessSample::file;
            case "reason" -> ProcessSample::exitReason;
            case "parent" -> (s, row) -> Long.toString(s.parent(row));
            case "worker" -> (s, row) -> Integer.toString(s.worker(row));
            case "line" -> (s, row) -> Integer.toString(s.line(row));
            default -> null;
        };
    }

    private static Word stateWord(String wanted) {
        return wanted.equals("alive")
                ? ProcessSample::isAlive
                : (sample, row) -> sample.status(row).label().startsWith(wanted);
    }

    private static Word pidWord(String wanted) {
        String digits = wanted.replaceAll("[<>]", "");
        if (wanted.endsWith(">")) return (sample, row) -> Long.toString(sample.pid(row)).equals(digits);
        return (sample, row) -> Long.toString(sample.pid(row)).startsWith(digits);
    }

    private static Word freeText(String wanted) {
        Predicate<String> hit = value -> contains(value, wanted);
        Word inTexts = (s, row) -> hit.test(s.name(row)) || hit.test(s.function(row)) || hit.test(s.initialFunction(row))
                || hit.test(s.status(row).label()) || hit.test(s.file(row)) || hit.test(s.exitReason(row));
        if (!wanted.matches("<?\\d+>?")) return inTexts;
        Word byPid = pidWord(wanted);
        return (sample, row) -> byPid.accepts(sample, row) || inTexts.accepts(sample, row);
    }

    /** Case-blind; {@code wanted} is lower case. */
    private static boolean contains(String text, String wanted) {
        if (text == null) return false;
        int last = text.length() - wanted.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) return true;
        }
        return false;
    }
}
