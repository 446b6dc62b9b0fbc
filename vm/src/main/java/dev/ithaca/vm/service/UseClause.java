package dev.ithaca.vm.service;

import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unfinished {@code use} and what may follow in it.
 *
 * @param path what is written of it before the name at the caret, with its dot; empty at the start
 * @param listed the names in the braces before the caret; null where no brace is open
 */
record UseClause(String path, Set<String> listed) {
    private static final Pattern SHAPE = Pattern.compile("\\s*use\\s+((?:\\w+\\.)*)(\\{[^}]*)?");

    /** @param start where the name at the caret starts */
    static Optional<UseClause> around(String text, int start) {
        int line = text.lastIndexOf('\n', start - 1) + 1;
        Matcher match = SHAPE.matcher(text.substring(line, start));
        for (int tries = 0; !match.matches() && line > 0 && tries < 20; tries++) { // a list may go over several lines
            line = text.lastIndexOf('\n', line - 2) + 1;
            match = SHAPE.matcher(text.substring(line, start));
        }
        if (!match.matches()) return Optional.empty();
        if (match.group(2) == null) return Optional.of(new UseClause(match.group(1), null));
        Set<String> listed = new LinkedHashSet<>(List.of(match.group(2).substring(1).split("[^\\w]+")));
        return match.group(1).isEmpty() ? Optional.empty() : Optional.of(new UseClause(match.group(1), listed));
    }

    List<Completion.Proposal> proposals(Snapshot snapshot) {
        String file = snapshot.file().name();
        List<String> modules = snapshot.exploration().modules(file);
        List<Completion.Proposal> found = new ArrayList<>();
        if (listed == null) modules(modules, found);
        if (path.isEmpty()) return found;
        String module = path.substring(0, path.length() - 1);
        if (listed == null && modules.contains(module)) {
            found.addFirst(Completion.Proposal.plain(Completion.Kind.KEYWORD, "*", "*", "everything public of " + module));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Symbol symbol : snapshot.exploration().exported(file, module)) {
            boolean taken = listed != null && listed.contains(symbol.name());
            if (taken || symbol.kind() == Symbol.Kind.MODULE || !seen.add(symbol.name())) continue;
            found.add(Completion.Proposal.plain(Completion.Kind.valueOf(symbol.kind().name()), symbol.name(), symbol.name(), symbol.signature()));
        }
        return found;
    }

    /** The next part of the paths that go on from here. */
    private void modules(List<String> modules, List<Completion.Proposal> found) {
        Set<String> next = new LinkedHashSet<>();
        for (String module : modules) {
            if (!module.startsWith(path)) continue;
            int dot = module.indexOf('.', path.length());
            next.add(dot < 0 ? module.substring(path.length()) : module.substring(path.length(), dot));
        }
        for (String part : next) found.add(Completion.Proposal.plain(Completion.Kind.MODULE, part, part + ".", "module " + path + part));
    }
}
