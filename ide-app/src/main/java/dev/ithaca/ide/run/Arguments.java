package dev.ithaca.ide.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program's arguments as a line of text: separated by blanks, with double quotes around those that hold blanks. */
public final class Arguments {
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"?|(\\S+)");

    private Arguments() {}

    public static List<String> parse(String line) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(line);
        while (matcher.find()) found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        return found;
    }
}
