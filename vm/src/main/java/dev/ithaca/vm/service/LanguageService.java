package dev.ithaca.vm.service;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.Documentation;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers an editor's questions about a program that is being written: what could stand here, what is this, where does it
 * come from. While a text does not parse, the last version that did gives the answers. Keeps what it learned, so keep the
 * service; for one thread at a time.
 */
public final class LanguageService {
    private final Workspace workspace;
    private final Completer completer;
    private final Map<String, Snapshot> lastGood = new HashMap<>();
    private ProgramSource latestSource;
    private Snapshot latest;

    LanguageService(Workspace workspace) {
        this.workspace = workspace;
        completer = new Completer(workspace);
    }

    /**
     * What could be typed at an offset.
     *
     * @param file source name of the text in front
     */
    public Completion complete(ProgramSource program, String file, int offset) {
        return completer.complete(program, file, offset, Optional.ofNullable(lastGood.get(file)));
    }

    /** What the name around an offset means; empty where there is no known name. */
    public Optional<Description> describe(ProgramSource program, String file, int offset) {
        Optional<Span> name = Identifiers.around(text(program, file), offset);
        if (name.isEmpty()) return Optional.empty();
        List<Symbol> found = meaning(program, file, name.get());
        if (found.isEmpty()) return Optional.empty();
        Symbol first = found.getFirst();
        String signature = found.stream().map(Symbol::signature).distinct().limit(4).collect(Collectors.joining("\n"));
        return Optional.of(new Description(first.name(), signature, first.doc() == null ? null : Documentation.of(first.doc()), first.kind() == Symbol.Kind.LOCAL, name.get().start(), name.get().end()));
    }

    /** Where the name around an offset is declared, in the program's own texts. */
    public List<Location> definition(ProgramSource program, String file, int offset) {
        return Identifiers.around(text(program, file), offset).stream().flatMap(name -> meaning(program, file, name).stream())
                .filter(symbol -> symbol.file() != null && !symbol.fromLibrary()).map(LanguageService::location).distinct().toList();
    }

    private static Location location(Symbol symbol) {
        SourceFile file = symbol.file();
        int start = Math.min(symbol.span().start(), file.text().length());
        return new Location(file.name(), file.line(start), file.column(start));
    }

    /** The function around an offset, with the lines its clause takes. */
    public Optional<EnclosingFunction> functionAround(ProgramSource program, String file, int offset) {
        return EnclosingFunction.find(snapshot(program, file).tree(), offset);
    }

    /** Every place where what the name around an offset stands for is used or declared; empty where there is no known name. */
    public List<Occurrence> references(ProgramSource program, String file, int offset) {
        Optional<Span> name = Identifiers.around(text(program, file), offset);
        if (name.isEmpty()) return List.of();
        Snapshot now = snapshot(program, file);
        References references = new References(now);
        Set<Site> meaning = references.meaning(file, name.get());
        return meaning.isEmpty() ? List.of() : references.of(meaning, now.file().text().substring(name.get().start(), name.get().end()));
    }

    /** The name around an offset. */
    public Optional<String> name(ProgramSource program, String file, int offset) {
        String text = text(program, file);
        return Identifiers.around(text, offset).map(name -> text.substring(name.start(), name.end()));
    }

    /** What giving the name around an offset another spelling would change, or why it cannot be done. */
    public Renaming rename(ProgramSource program, String file, int offset, String newName) {
        Optional<Span> name = Identifiers.around(text(program, file), offset);
        if (name.isEmpty()) return Renaming.refused("", newName, "There is no name to change here.");
        return new Renamer(workspace, program, snapshot(program, file)).rename(file, name.get(), newName);
    }

    /** What the call around an offset calls, with its parameters; empty outside of calls. */
    public Optional<CallHint> callAround(ProgramSource program, String file, int offset) {
        Optional<CallHints.Call> call = CallHints.around(text(program, file), offset);
        if (call.isEmpty()) return Optional.empty();
        List<Symbol> found = meaning(program, file, call.get().name());
        if (found.isEmpty()) found = completedCall(program, file, offset, call.get());
        return CallHints.hint(call.get(), found);
    }

    /** The call in a text where it is closed at the offset, which makes most unfinished texts parse. */
    private List<Symbol> completedCall(ProgramSource program, String file, int offset, CallHints.Call call) {
        ProgramSource closed = new ProgramSource(program.units().stream().map(unit -> unit.file().name().equals(file)
                ? new ProgramSource.Unit(unit.module(), new SourceFile(file, CallHints.closed(unit.file().text(), offset, call))) : unit).toList(), program.entry());
        return Snapshot.take(workspace, true, closed, file).exploration().meaning(file, call.name());
    }

    /** Ways to mend what is wrong within a range of a text. */
    public List<QuickFix> fixes(ProgramSource program, String file, int start, int end) {
        return new QuickFixes(snapshot(program, file)).at(start, end);
    }

    /** The types of a text's bindings and functions that do not say them, in its order. */
    public List<InlayHint> hints(ProgramSource program, String file) { return InlayHints.of(snapshot(program, file)); }

    /** The functions that use what the name around an offset stands for. */
    public List<Calls> callers(ProgramSource program, String file, int offset) {
        Optional<Span> name = Identifiers.around(text(program, file), offset);
        return name.isEmpty() ? List.of() : new CallHierarchy(snapshot(program, file)).callers(name.get());
    }

    /** The functions of the program that the one around an offset uses. */
    public List<Calls> callees(ProgramSource program, String file, int offset) {
        return new CallHierarchy(snapshot(program, file)).callees(offset);
    }

    /** Everything the program's texts declare, file by file; names are not checked. */
    public List<Declaration> declarations(ProgramSource program) {
        return program.units().stream().flatMap(unit -> Declarations.of(workspace.parser().parse(unit.file()).module()).stream()).toList();
    }

    /** What of the program's declarations fits what is typed, the best first: the start of a name, or letters of its parts. */
    public List<Declaration> declarations(ProgramSource program, String typed) { return NameMatch.best(declarations(program), Declaration::name, typed); }

    /** The lines of a text that belong together; it need not be right. */
    public static List<Fold> folds(String text) { return Folding.of(text); }

    /** A text laid out anew; tokens, comments and meaning stay, and formatting it again changes nothing. */
    public static String format(String text) { return Formatter.format(text); }

    /** The next larger range of a text that makes sense on its own: word, argument, call, statement, definition, everything. */
    public static Span enclosing(String text, Span selected) { return SelectionRanges.around(text, selected); }

    private List<Symbol> meaning(ProgramSource program, String file, Span name) {
        Snapshot now = snapshot(program, file);
        List<Symbol> found = now.exploration().meaning(file, name);
        if (!found.isEmpty() || now.parsed()) return found;
        Snapshot good = lastGood.get(file);
        if (good == null) return found;
        return good.offsetOf(now.file().text(), name.start())
                .map(start -> good.exploration().meaning(file, new Span(start, start + name.length()))).orElse(List.of());
    }

    private Snapshot snapshot(ProgramSource program, String file) {
        if (latest != null && latest.file().name().equals(file) && same(program, latestSource)) return latest;
        latest = Snapshot.take(workspace, false, program, file);
        latestSource = program;
        if (latest.parsed()) lastGood.put(file, latest);
        return latest;
    }

    private static boolean same(ProgramSource a, ProgramSource b) {
        if (a.units().size() != b.units().size()) return false;
        for (int i = 0; i < a.units().size(); i++) {
            ProgramSource.Unit one = a.units().get(i);
            ProgramSource.Unit other = b.units().get(i);
            if (!one.module().equals(other.module()) || !one.file().name().equals(other.file().name())
                    || !one.file().text().equals(other.file().text())) return false;
        }
        return true;
    }

    private static String text(ProgramSource program, String file) {
        return program.units().stream().map(ProgramSource.Unit::file).filter(f -> f.name().equals(file)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not part of the program: " + file)).text();
    }
}
