package dev.ithaca.vm.service;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.Documentation;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes proposals for a place in a text. A stand-in name is put at the caret, which makes most unfinished texts parse; the
 * checker then knows what is in scope there and of which type the value before the dot is. Behind {@code use} modules and what
 * they lend are proposed.
 */
final class Completer {
    private static final String STAND_IN = "completionStandIn";

    private final Workspace workspace;

    Completer(Workspace workspace) { this.workspace = workspace; }

    Completion complete(ProgramSource program, String file, int offset, Optional<Snapshot> lastGood) {
        String text = program.units().stream().map(ProgramSource.Unit::file).filter(f -> f.name().equals(file)).findFirst().orElseThrow().text();
        int start = Identifiers.start(text, offset);
        if (start < text.length() && Character.isDigit(text.charAt(start)) && start < offset || !Identifiers.isCode(text, start)
                || start > 0 && insideToken(text, start)) return Completion.NONE;
        Optional<UseClause> use = UseClause.around(text, start);
        if (use.isPresent()) return new Completion(start, use.get().proposals(Snapshot.take(workspace, true, program, file)));
        int end = offset;
        while (end < text.length() && Identifiers.isPart(text.charAt(end))) end++;
        boolean member = start > 0 && text.charAt(start - 1) == '.' && !(start > 1 && text.charAt(start - 2) == '.');
        String patched = text.substring(0, start) + STAND_IN + text.substring(end);
        Snapshot snapshot = Snapshot.take(workspace, true, replaced(program, file, patched), file);
        List<Symbol> symbols = symbols(snapshot, file, start, member);
        boolean lost = !snapshot.parsed() && symbols.stream().noneMatch(symbol -> symbol.kind() == Symbol.Kind.LOCAL || member);
        if (lost && lastGood.isPresent()) {
            int old = Math.min(start, lastGood.get().file().text().length());
            List<Symbol> earlier = symbols(lastGood.get(), file, old, member);
            if (earlier.size() > symbols.size()) symbols = earlier;
        }
        boolean callFollows = end < text.length() && text.charAt(end) == '(';
        Stream<Completion.Proposal> names = symbols.stream().filter(symbol -> !symbol.name().equals(STAND_IN)).map(symbol -> proposal(symbol, callFollows, List.of(), ""));
        return new Completion(start, distinct(member ? names : Stream.of(names, keywords(), unimported(snapshot, start, callFollows)).flatMap(found -> found)));
    }

    private static boolean insideToken(String text, int offset) { return !Identifiers.isCode(text, offset - 1) && text.charAt(offset - 1) != '"'; }

    private static List<Symbol> symbols(Snapshot snapshot, String file, int offset, boolean member) {
        if (member) return snapshot.exploration().members(file, offset - 1);
        List<Symbol> visible = new ArrayList<>(snapshot.exploration().visible(file, offset));
        visible.sort(Comparator.comparingInt(Completer::distance));
        return visible;
    }

    /** Locals first, the program's own names next, the library last. */
    private static int distance(Symbol symbol) { return symbol.kind() == Symbol.Kind.LOCAL ? 0 : symbol.fromLibrary() ? 2 : 1; }

    private static ProgramSource replaced(ProgramSource program, String file, String text) {
        return new ProgramSource(program.units().stream().map(unit -> unit.file().name().equals(file)
                ? new ProgramSource.Unit(unit.module(), new SourceFile(file, text)) : unit).toList(), program.entry());
    }

    private static Stream<Completion.Proposal> keywords() {
        return Stream.of(TokenKind.values()).filter(kind -> kind.category() == TokenKind.Category.KEYWORD).map(TokenKind::text).sorted()
                .map(word -> Completion.Proposal.plain(Completion.Kind.KEYWORD, word, word, ""));
    }

    /** Names that come with the {@code use} they need. */
    private static Stream<Completion.Proposal> unimported(Snapshot snapshot, int start, boolean callFollows) {
        return snapshot.exploration().unimported(snapshot.file().name()).entrySet().stream().flatMap(module -> module.getValue().stream().flatMap(symbol -> {
            TextEdit edit = ImportInsertion.of(snapshot.tree(), module.getKey(), symbol.name());
            boolean inFront = edit.start() <= start;
            return inFront ? Stream.of(proposal(symbol, callFollows, List.of(edit), "  (use " + module.getKey() + ")")) : Stream.empty();
        }));
    }

    /** Of overloads one is proposed. */
    private static List<Completion.Proposal> distinct(Stream<Completion.Proposal> proposals) {
        Set<String> seen = new HashSet<>();
        return proposals.filter(proposal -> seen.add(proposal.edits().isEmpty() ? proposal.name() : proposal.name() + " " + proposal.detail())).toList();
    }

    private static Completion.Proposal proposal(Symbol symbol, boolean callFollows, List<TextEdit> edits, String origin) {
        boolean called = symbol.kind() == Symbol.Kind.FUNCTION || symbol.kind() == Symbol.Kind.METHOD
                || symbol.kind() == Symbol.Kind.CONSTRUCTOR && symbol.signature().startsWith(symbol.name() + "(");
        boolean parentheses = called && !callFollows;
        boolean takesType = symbol.signature().startsWith(symbol.name() + "[");
        String insert = parentheses ? symbol.name() + (takesType ? "[]()" : "()") : symbol.name();
        boolean hasArguments = symbol.kind() == Symbol.Kind.METHOD ? symbol.signature().contains(",") : !symbol.signature().startsWith(symbol.name() + "()");
        int caret = !parentheses ? insert.length() : takesType ? symbol.name().length() + 1 : hasArguments ? insert.length() - 1 : insert.length();
        return new Completion.Proposal(Completion.Kind.valueOf(symbol.kind().name()), symbol.name(), insert, caret, symbol.signature() + origin,
                symbol.doc() == null ? null : Documentation.of(symbol.doc()).summary(), edits);
    }
}
