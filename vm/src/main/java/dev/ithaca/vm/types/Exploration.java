package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an editor may ask about a program, right or wrong: names and types at places of its texts. Everything is answered
 * from one check; made by {@link ProgramChecker#explore}. For one thread at a time.
 */
public final class Exploration {
    private final PlaceLog log;
    private final SymbolFactory symbols;
    private final Version version;
    private final Map<String, ModuleScope> byFile = new LinkedHashMap<>();

    Exploration(Version version) {
        this.log = new PlaceLog(version);
        this.version = version;
        this.symbols = new SymbolFactory(new DeclaredTypes(version.units()));
        for (ModuleScope module : version.scopes()) byFile.putIfAbsent(module.file().name(), module);
    }

    /** What had to be looked at; the rest was known from the version explored before. */
    public CheckingWork work() { return version.work(); }

    /** What is wrong with the program, in reading order. */
    public List<Diagnostic> diagnostics() { return version.diagnostics(); }

    /** Every name that can stand at an offset: locals first, then the module's, imported and library names. */
    public List<Symbol> visible(String file, int offset) {
        Names found = new Names();
        Optional<PlaceLog.Seen> here = log.around(file, offset);
        here.ifPresent(seen -> locals(seen, found));
        ModuleScope module = here.map(PlaceLog.Seen::module).orElse(byFile.get(file));
        if (module != null) new VisibleNames(module, symbols).all().forEach(found::add);
        return found.all();
    }

    private void locals(PlaceLog.Seen seen, Names found) {
        Set<String> names = new HashSet<>();
        for (FunctionLog.LocalName local : seen.locals().all()) {
            String name = local.name();
            if (!Character.isJavaIdentifierStart(name.charAt(0)) || name.contains("/") || !names.add(name)) continue;
            found.add(local(PlaceLog.local(local, seen.file(), seen.moved())));
        }
    }

    /** What can follow a dot at an offset: fields and methods of the value before it, or the members of a module or namespace. */
    public List<Symbol> members(String file, int dot) {
        ModuleScope module = byFile.get(file);
        if (module == null) return List.of();
        Optional<PlaceLog.Seen> receiver = log.endingAt(file, dot);
        String path = pathBefore(module, dot);
        if (receiver.isPresent() && !QualifiedNames.NAMESPACES.contains(path)) return new TypeMembers(receiver.get().module(), symbols).of(receiver.get().type());
        return new VisibleNames(module, symbols).membersOf(path);
    }

    /** The dotted name that ends at an offset, or empty. */
    private static String pathBefore(ModuleScope module, int end) {
        String text = module.file().text();
        int start = end;
        while (start > 0 && (Character.isJavaIdentifierPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) start--;
        return text.substring(start, end);
    }

    /** What a name of a module means, as a {@code use} of it in a file sees it. */
    public List<Symbol> imported(String file, String path, String name) {
        ModuleScope module = byFile.get(file);
        if (module == null) return List.of();
        return new VisibleNames(module, symbols).membersOf(path).stream().filter(symbol -> symbol.name().equals(name)).toList();
    }

    /** What a name at a place means; several for overloads, none if it is unknown. */
    public List<Symbol> meaning(String file, Span name) {
        ModuleScope module = byFile.get(file);
        if (module == null || name.end() > module.file().text().length()) return List.of();
        String text = module.file().text().substring(name.start(), name.end());
        if (name.start() > 0 && module.file().text().charAt(name.start() - 1) == '.') {
            return members(file, name.start() - 1).stream().filter(symbol -> symbol.name().equals(text)).toList();
        }
        Optional<PlaceLog.Local> declared = log.declaredAt(file, name);
        if (declared.isPresent()) return List.of(local(declared.get()));
        Optional<PlaceLog.Seen> here = log.around(file, name.start());
        FunctionLog.LocalName variable = here.map(seen -> seen.locals().find(text)).orElse(null);
        if (variable != null) return List.of(local(PlaceLog.local(variable, here.get().file(), here.get().moved())));
        return new VisibleNames(here.map(PlaceLog.Seen::module).orElse(module), symbols).named(text);
    }

    private Symbol local(PlaceLog.Local local) { return symbols.local(local.name(), local.type(), local.file(), local.place()); }

    /** Whether a local variable is introduced by the name at a place. */
    public boolean introduces(String file, Span name) { return log.declaredAt(file, name).isPresent(); }

    /** The field that a pattern looks at by the name at a place; empty where none does. */
    public Optional<Symbol> matchedField(String file, Span name) {
        String text = byFile.get(file).file().text().substring(name.start(), name.end());
        return log.fieldAt(file, name).flatMap(matched -> {
            ConstructorSymbol constructor = matched.constructor();
            if (constructor == null && Unifier.prune(matched.owner()) instanceof Type.Con con && con.symbol().constructors().size() == 1) {
                constructor = con.symbol().constructors().getFirst();
            }
            int index = constructor == null ? -1 : constructor.fieldIndex(text);
            return index < 0 ? Optional.empty() : Optional.of(symbols.field(constructor.fields().get(index), constructor.fields().get(index).type(), constructor));
        });
    }

    /** The type of the variable that the name at a place introduces; empty if it is none or its type is not fully known. */
    public Optional<String> variableType(String file, Span name) {
        return log.declaredAt(file, name).map(PlaceLog.Local::type).filter(type -> !TypePrinter.hasUnknown(type)).map(Type::show);
    }

    /** Paths of the modules that a text can bring in with {@code use}: its own is not one of them. The program's come first. */
    public List<String> modules(String file) {
        ModuleScope own = byFile.get(file);
        return importable().filter(module -> module != own && !module.path().isEmpty()).map(ModuleScope::path).toList();
    }

    /** What a module lends to others, library modules included. */
    public List<Symbol> exported(String file, String path) {
        ModuleScope module = byFile.get(file);
        if (module == null || version.tables().modules().get(path) == null) return List.of();
        return new VisibleNames(module, symbols).membersOf(path);
    }

    /** What a text could use after a {@code use} that it does not have, by the path of the module that lends it. */
    public Map<String, List<Symbol>> unimported(String file) {
        ModuleScope own = byFile.get(file);
        Map<String, List<Symbol>> found = new LinkedHashMap<>();
        if (own == null) return found;
        importable().filter(module -> module != own && module.root() != own && !module.path().isEmpty() && !version.tables().prelude().contains(module)).forEach(module -> {
            List<Symbol> names = new VisibleNames(own, symbols).membersOf(module.path()).stream()
                    .filter(symbol -> module.declares(symbol.name()) && module.exports(symbol.name())
                            && !own.declares(symbol.name()) && !own.imports().containsKey(symbol.name())).toList();
            if (!names.isEmpty()) found.put(module.path(), names);
        });
        return found;
    }

    private Stream<ModuleScope> importable() {
        Collection<ModuleScope> all = version.tables().modules().values();
        return Stream.concat(all.stream().filter(module -> !module.isLibrary()), all.stream().filter(ModuleScope::isLibrary));
    }

    /** The type of the smallest expression at an offset. */
    public Optional<String> type(String file, int offset) { return log.around(file, offset).map(seen -> seen.type().show()); }


    /** The first symbol of each name and signature. */
    private static final class Names {
        private final Map<String, Symbol> found = new LinkedHashMap<>();

        void add(Symbol symbol) { found.putIfAbsent(symbol.name() + " " + symbol.signature(), symbol); }

        List<Symbol> all() { return new ArrayList<>(found.values()); }
    }
}
