package dev.ithaca.monitor.model;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which calls the user wants to see: {@code deposit}, {@code bank.deposit 500 10s here}.
 *
 * @param here only in the process looked into
 * @param problem what is wrong with it, null if nothing is
 */
public record CallRequest(String function, int most, Duration time, boolean here, String problem) {
    private static final int MOST = 100;
    private static final int LIMIT = 1_000;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int LONGEST_SECONDS = 300;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}s");

    /** Of a function that stands on a stack. */
    public static CallRequest of(String function, boolean here) { return new CallRequest(function, MOST, TIME, here, null); }

    public static CallRequest parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words[0].isEmpty()) return wrong("Type the name of a function, such as deposit");
        if (!NAME.matcher(words[0]).matches()) return wrong("“" + words[0] + "” is no name of a function");
        int most = MOST;
        Duration time = TIME;
        boolean here = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            if (word.equals("here")) here = true;
            else if (COUNT.matcher(word).matches()) most = Integer.parseInt(word);
            else if (SECONDS.matcher(word).matches()) time = Duration.ofSeconds(Integer.parseInt(word.substring(0, word.length() - 1)));
            else return wrong("“" + words[i] + "” is neither a number of calls, nor seconds as in 10s, nor here");
        }
        if (most < 1 || most > LIMIT) return wrong("From 1 to " + Format.count(LIMIT) + " calls can be listed");
        if (time.toSeconds() < 1 || time.toSeconds() > LONGEST_SECONDS) return wrong("It may take from 1 to " + LONGEST_SECONDS + " seconds");
        return new CallRequest(words[0], most, time, here, null);
    }

    private static CallRequest wrong(String problem) { return new CallRequest("", 0, Duration.ZERO, false, problem); }

    /** {@code at most 100 calls, 30 s}. */
    public String limits() { return "at most " + Format.plural(most, "call") + ", " + time.toSeconds() + " s"; }
}
