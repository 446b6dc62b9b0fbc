package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.Figure;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A filter as typed: words that must all match. A word is free text (name, function, file, status, exit reason, start of
 * the pid), a text predicate {@code fn:pool} or a comparison {@code mbox>100}, {@code heap>=2m}, {@code waiting>5s}; a leading {@code -}
 * turns it round; {@code state:} takes several, {@code state:run,wait}; {@code !work(er)?} is a regular expression; quotes hold
 * words together, {@code file:"my bank.nos"}.
 */
public final class ProcessFilter {
    /** Accepts every process. */
    public static final ProcessFilter NONE = new ProcessFilter("", List.of(), null, Set.of());

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern COMPARISON = Pattern.compile("([a-z/]+)(>=|<=|>|<|=)(\\d+(?:\\.\\d+)?)(ms|s|min|[kmgh])?");
    private static final Set<String> TIMES = Set.of("age", "oldest", "uptime", "waiting", "sched", "queued");
    private static final Pattern FIELD = Pattern.compile("([a-z]+):(.*)");

    /** One word, made ready for a sample: what is the same for all processes of a place is found out once. */
    @FunctionalInterface
    private interface Word {
        IntPredicate on(ProcessSample sample);
    }

    @FunctionalInterface
    private interface NumberField {
        double of(ProcessSample sample, int row);
    }

    private final String text;
    private final List<Word> words;
    private final String problem;
    private final Set<Figure> figures;

    private ProcessFilter(String text, List<Word> words, String problem, Set<Figure> figures) {
        this.figures = Set.copyOf(figures);
        this.text = text;
        this.words = List.copyOf(words);
        this.problem = problem;
    }

    /** Never fails: a predicate with an unknown field is taken as free text, and {@link #problem()} says so. */
    public static ProcessFilter parse(String text) {
        var words = new ArrayList<Word>();
        String problem = null;
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        for (String typed : split(text)) {
            if (isExpression(typed)) {
                Word word = expression(typed);
                if (word == null) problem = "not a regular expression: \"" + typed + "\"";
                else words.add(word);
                continue;
            }
            String raw = typed.toLowerCase(Locale.ROOT);
            boolean negated = raw.length() > 1 && raw.startsWith("-");
            String body = negated ? raw.substring(1) : raw;
            if (body.isEmpty()) continue;
            Word word = predicate(body);
            Matcher comparison = COMPARISON.matcher(body);
            if (comparison.matches() && figure(comparison.group(1)) != null) figures.add(figure(comparison.group(1)));
            if (word == null) {
                word = freeText(body);
                if (COMPARISON.matcher(body).matches() || FIELD.matcher(body).matches()) {
                    problem = "unknown field in \"" + body + "\"; fields: state fn name pid file start reason parent worker line"
                            + " below mbox age cpu reds rate heap children links monitors priority in out sent received uptime"
                            + " waiting sched turns heapmax";
                }
            }
            Word positive = word;
            words.add(negated ? sample -> positive.on(sample).negate() : positive);
        }
        return new ProcessFilter(text, words, problem, figures);
    }

    private static boolean isExpression(String word) { return word.length() > 1 && word.startsWith("!") || word.length() > 2 && word.startsWith("-!"); }

    /** {@code !work(er)?} is sought in names, functions, files, status and exit reasons. @return null if it cannot be read */
    private static Word expression(String word) {
        boolean negated = word.startsWith("-");
        Pattern pattern;
        try {
            pattern = Pattern.compile(word.substring(negated ? 2 : 1), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException unreadable) {
            return null;
        }
        Predicate<String> found = text -> text != null && pattern.matcher(text).find();
        Word here = standing(place -> found.test(place.function()) || found.test(place.file()));
        Word start = started(place -> found.test(place.function()));
        Word positive = sample -> here.on(sample).or(start.on(sample)).or(row -> found.test(sample.name(row))
                || found.test(sample.status(row).label()) || found.test(sample.exitReason(row)));
        return negated ? sample -> positive.on(sample).negate() : positive;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(word -> word.group().replace("\"", "")).toList();
    }

    public String text() { return text; }

    /** What could not be understood, or null. */
    public String problem() { return problem; }

    /** What has to be collected for it beyond what always is. */
    Set<Figure> figures() { return figures; }

    public boolean acceptsAll() { return words.isEmpty(); }

    /** Accepts rows of that sample. */
    IntPredicate on(ProcessSample sample) {
        return words.stream().map(word -> word.on(sample)).reduce(IntPredicate::and).orElse(row -> true);
    }

    private static Word predicate(String body) {
        Matcher comparison = COMPARISON.matcher(body);
        if (comparison.matches()) {
            NumberField field = numberField(comparison.group(1));
            if (field == null) return null;
            return compare(field, comparison.group(2),
                    Double.parseDouble(comparison.group(3)) * scale(comparison.group(4), TIMES.contains(comparison.group(1))));
        }
        Matcher named = FIELD.matcher(body);
        if (!named.matches()) return null;
        String wanted = named.group(2);
        return switch (named.group(1)) {
            case "pid" -> pidWord(wanted);
            case "state", "status" -> stateWord(wanted);
            case "fn", "function" -> standing(place -> contains(place.function(), wanted));
            case "file" -> standing(place -> contains(place.file(), wanted));
            case "spawn", "start" -> started(place -> contains(place.function(), wanted)
                    || contains(Format.place(place.file(), place.line()), wanted));
            case "priority" -> sample -> row -> contains(sample.priority(row).label(), wanted);
            case "name" -> sample -> row -> contains(sample.name(row), wanted);
            case "reason" -> sample -> row -> contains(sample.exitReason(row), wanted);
            case "parent" -> sample -> row -> contains(Long.toString(sample.parent(row)), wanted);
            case "below" -> belowWord(wanted);
            case "worker" -> sample -> row -> contains(Integer.toString(sample.worker(row)), wanted);
            case "line" -> standing(place -> contains(Integer.toString(place.line()), wanted));
            default -> null;
        };
    }

    private static Word compare(NumberField field, String operator, double bound) {
        return switch (operator) {
            case ">" -> s -> row -> field.of(s, row) > bound;
            case ">=" -> s -> row -> field.of(s, row) >= bound;
            case "<" -> s -> row -> field.of(s, row) < bound;
            case "<=" -> s -> row -> field.of(s, row) <= bound;
            default -> s -> row -> field.of(s, row) == bound;
        };
    }

    /** @param time in seconds, of which no million is asked for */
    private static double scale(String unit, boolean time) {
        return switch (unit == null ? "" : unit) {
            case "ms" -> 1e-3;
            case "min" -> 60;
            case "h" -> 3_600;
            case "m" -> time ? 60 : 1e6;
            case "k" -> 1e3;
            case "g" -> 1e9;
            default -> 1;
        };
    }

    private static NumberField numberField(String name) {
        return switch (name) {
            case "pid" -> ProcessSample::pid;
            case "mbox", "mailbox" -> ProcessSample::mailboxLength;
            case "age", "oldest" -> (s, row) -> s.oldestMessageMillis(row) / 1000.0;
            case "reds", "reductions" -> ProcessSample::reductions;
            case "cpu" -> (s, row) -> s.cpuPermille(row) / 10.0;
            case "rate", "reds/s" -> ProcessSample::reductionsPerSecond;
            case "heap", "mem", "memory" -> ProcessSample::heapBytes;
            case "children" -> ProcessSample::childCount;
            case "links" -> ProcessSample::linkCount;
            case "monitors" -> ProcessSample::monitorCount;
            case "in" -> ProcessSample::receivedPerSecond;
            case "out" -> ProcessSample::sentPerSecond;
            case "sent" -> ProcessSample::sent;
            case "received" -> ProcessSample::received;
            case "parent" -> ProcessSample::parent;
            case "worker" -> ProcessSample::worker;
            case "line" -> ProcessSample::line;
            case "uptime" -> (s, row) -> s.uptimeMillis(row) / 1000.0;
            case "waiting" -> (s, row) -> known(s.waitingMillis(row)) / 1000;
            case "sched", "queued" -> (s, row) -> known(Column.QUEUED.number(s, row)) / 1000;
            case "turns", "polls" -> (s, row) -> known(Column.TURNS.number(s, row));
            case "heapmax" -> (s, row) -> known(Column.HEAP_MAX.number(s, row));
            default -> null;
        };
    }

    /** What there is not is neither more nor less than anything. */
    private static double known(long number) { return number < 0 ? Double.NaN : number; }

    /** What has to be collected for a field beyond what always is; null for nothing. */
    private static Figure figure(String field) {
        return switch (field) {
            case "waiting" -> Figure.IN_STATE;
            case "sched", "queued" -> Figure.QUEUED;
            case "turns", "polls" -> Figure.TURNS;
            case "heapmax" -> Figure.HIGHEST_HEAP;
            default -> null;
        };
    }

    private static Word stateWord(String wanted) {
        Set<ProcessStatus> accepted = StateFilter.named(wanted);
        return sample -> row -> accepted.contains(sample.status(row));
    }

    private static Word pidWord(String wanted) {
        String digits = wanted.replaceAll("[<>]", "");
        if (wanted.endsWith(">")) return sample -> row -> Long.toString(sample.pid(row)).equals(digits);
        return sample -> row -> Long.toString(sample.pid(row)).startsWith(digits);
    }

    /** A process and all that it and its descendants started. */
    private static Word belowWord(String wanted) {
        String digits = wanted.replaceAll("[<>]", "");
        if (!digits.matches("\\d{1,18}")) return null;
        long root = Long.parseLong(digits);
        return sample -> {
            Set<Long> below = Descendants.of(sample, Set.of(root));
            return row -> below.contains(sample.pid(row));
        };
    }

    private static Word freeText(String wanted) {
        Word here = standing(place -> contains(place.function(), wanted) || contains(place.file(), wanted));
        Word start = started(place -> contains(place.function(), wanted));
        var statuses = EnumSet.noneOf(ProcessStatus.class);
        for (ProcessStatus status : ProcessStatus.values()) if (contains(status.label(), wanted)) statuses.add(status);
        Word inTexts = sample -> here.on(sample).or(start.on(sample)).or(row -> statuses.contains(sample.status(row))
                || contains(sample.name(row), wanted) || contains(sample.exitReason(row), wanted));
        if (!wanted.matches("<?\\d+>?")) return inTexts;
        Word byPid = pidWord(wanted);
        return sample -> byPid.on(sample).or(inTexts.on(sample));
    }

    /** Goes by the place where a process stands. */
    private static Word standing(Predicate<Place> test) {
        return sample -> {
            boolean[] accepted = test(sample, test);
            return row -> accepted[sample.population().placeIndex(row)];
        };
    }

    /** Goes by the place where a process was started. */
    private static Word started(Predicate<Place> test) {
        return sample -> {
            boolean[] accepted = test(sample, test);
            return row -> accepted[sample.population().originIndex(row)];
        };
    }

    private static boolean[] test(ProcessSample sample, Predicate<Place> test) {
        List<Place> places = sample.places();
        boolean[] accepted = new boolean[places.size()];
        for (int i = 0; i < accepted.length; i++) accepted[i] = test.test(places.get(i));
        return accepted;
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
