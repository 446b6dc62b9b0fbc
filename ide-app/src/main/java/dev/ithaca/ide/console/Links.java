package dev.ithaca.ide.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what can be clicked in program output: places in source files, and pids as the monitor ({@code <7>}) and programs ({@code <pid 7>}) write them. */
final class Links {
    private static final Pattern LINK = Pattern.compile("(?<file>[\\w./\\\\-]+\\.nos):(?<line>\\d{1,7})(?::(?<column>\\d{1,5}))?|<(?:pid[ :])?(?<pid>\\d{1,18})>");
    private static final int MAX_LINE = 2_000;

    private Links() {}

    sealed interface Link {
        int start();

        int end();

        record Place(int start, int end, String file, int line, int column) implements Link {}

        record Process(int start, int end, long pid) implements Link {}
    }

    static List<Link> in(String line) {
        List<Link> links = new ArrayList<>();
        if (line.length() > MAX_LINE || (line.indexOf(':') < 0 && line.indexOf('<') < 0)) return links;
        Matcher matcher = LINK.matcher(line);
        while (matcher.find()) {
            String pid = matcher.group("pid");
            String column = matcher.group("column");
            links.add(pid != null ? new Link.Process(matcher.start(), matcher.end(), Long.parseLong(pid))
                    : new Link.Place(matcher.start(), matcher.end(), matcher.group("file"), Integer.parseInt(matcher.group("line")),
                            column == null ? 1 : Integer.parseInt(column)));
        }
        return links;
    }
}
