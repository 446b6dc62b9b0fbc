package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.ProgramChecker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of the library says of every module what the module itself says. */
class LibraryIndexTest {
    /** Modules that every program uses, or the machine on its behalf. */
    private static final Set<String> ALWAYS = Set.of("traits", "io", "list", "option", "string", "map", "own_keys", "process", "core");
    /** Namespaces whose functions are partly written in Nostos, where the capital letter of the module's name does not tell. */
    private static final Set<String> NAMESPACES_WITH_A_MODULE = Set.of("WebSocket");
    private static final Set<String> VALUES = Set.of("String", "Int", "List", "Map", "Set", "Buffer", "Int64Array", "Float64Array", "Float32Array");

    private final Library library = new Library();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    LibraryIndexTest() {
        library.modules().forEach((path, file) -> words.put(path.substring("stdlib.".length()), words(path, file)));
        for (Builtin builtin : library.all()) {
            Set<String> types = split(builtin.signature() + " " + builtin.on());
            words.forEach((module, own) -> {
                boolean concerns = declared(module).stream().anyMatch(types::contains);
                if (concerns && !ALWAYS.contains(module)) own.add(nameOf(builtin.name()));
            });
        }
        words.get("reactivity").add("reactive");
        NAMESPACES_WITH_A_MODULE.forEach(namespace -> words.get(namespace.toLowerCase(Locale.ROOT)).add(namespace));
    }

    /** What a program says to use a builtin: its namespace, or its own name where that alone will do. */
    private static String nameOf(String builtin) {
        int dot = builtin.indexOf('.');
        String name = builtin.replace("%", "");
        return dot < 0 || VALUES.contains(builtin.substring(0, dot)) ? name.substring(dot + 1) : name.substring(0, dot);
    }

    private static Set<String> split(String text) { return new TreeSet<>(Arrays.asList(text.split("\\W+"))); }

    private List<Item> items(String module) { return Parser.parse(library.modules().get("stdlib." + module)).module().items(); }

    private Set<String> declared(String module) {
        return items(module).stream().filter(Item.TypeDef.class::isInstance).map(i -> ((Item.TypeDef) i).name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String path, SourceFile file) {
        Set<String> words = new TreeSet<>();
        String name = path.substring("stdlib.".length());
        words.add(name);
        words.add(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        for (Item item : Parser.parse(file).module().items()) {
            switch (item) {
                case Item.TypeDef t -> type(t, words);
                case Item.TraitDef t -> {
                    words.add(t.name().text());
                    t.methods().forEach(m -> words.add(m.name().text()));
                }
                default -> { }
            }
        }
        return words;
    }

    private static void type(Item.TypeDef type, Set<String> words) {
        words.add(type.name().text());
        // Fields are left out: who has a value of the type has named something else of the module.
        if (type.body() instanceof Item.TypeBody.Variants v) v.variants().forEach(c -> {
            String name = c.name().text();
            words.add(VALUES.contains(name) || name.equals("Bool") ? name + "(" : name);
        });
    }

    /** The lines of the index as they should be. */
    private String expected() {
        List<String> lines = new ArrayList<>();
        words.forEach((module, own) -> {
            boolean always = ALWAYS.contains(module);
            String text = library.modules().get("stdlib." + module).text().replaceAll("(?m)^\\s*#.*$", "").replaceAll("\"[^\"]*\"", "");
            Set<String> said = split(text);
            said.removeAll(declared(module));
            ALWAYS.forEach(m -> said.removeAll(declared(m)));
            said.removeAll(VALUES);
            Set<String> needs = words.keySet().stream().filter(m -> !m.equals(module) && !ALWAYS.contains(m))
                    .filter(m -> text.contains("stdlib." + m + ".") || declared(m).stream().anyMatch(said::contains)
                            || NAMESPACES_WITH_A_MODULE.stream().anyMatch(n -> n.equalsIgnoreCase(m) && text.contains(n + ".split(")))
                    .collect(Collectors.toCollection(TreeSet::new));
            lines.add(module + " | " + (always ? "" : String.join(" ", needs)) + " | " + (always ? "" : String.join(" ", own)));
        });
        return String.join("\n", lines);
    }

    @Test
    void theIndexIsUpToDate() throws Exception {
        String text;
        try (var in = Library.class.getResourceAsStream("stdlib/index.txt")) {
            text = new String(in.readAllBytes());
        }
        String actual = text.lines().filter(l -> !l.startsWith("#")).collect(Collectors.joining("\n"));
        assertThat(actual).as("put these lines into stdlib/index.txt:\n%s\n", expected()).isEqualTo(expected());
    }

    @Test
    void smallProgramsReadLittle() {
        var used = library.modulesFor(List.of(new SourceFile("a.nos", "main() = [1, 2].map(x => x + 1)")));
        assertThat(used).containsKeys("stdlib.list", "stdlib.option").doesNotContainKeys("stdlib.html", "stdlib.json", "stdlib.rhtml");
        assertThat(library.modulesFor(List.of(new SourceFile("a.nos", "use stdlib.json.*\nmain() = 1")))).containsKey("stdlib.json");
        assertThat(library.modulesFor(List.of(new SourceFile("a.nos", "main() = Json.parse(\"1\")")))).containsKey("stdlib.json");
        assertThat(library.modulesFor(List.of(new SourceFile("a.nos", "main() = { \"a\".matches(\"b\"); Regex.find(\"a\", \"b\") }")))).containsKey("stdlib.regex");
    }

    /** Suggestions look at everything, also at builtins whose types are in modules that were not read. */
    @Test
    void mistakesAreToldWithAllOfTheLibraryInView() {
        SourceFile file = new SourceFile("a.nos", "f(x) = x.unwrapp()\nmain() = { \"a\".fetch(); [1].mapp(f); %{1: 2}.bogus(); undefinedName }");
        var found = new ProgramChecker(library).check(List.of(new Checker.Unit("", Parser.parse(file).module()))).diagnostics();
        ProgramChecker whole = ProgramChecker.forEditing(library);
        whole.explore(List.of());
        var expected = whole.forOthers().check(List.of(new Checker.Unit("", Parser.parse(file).module()))).diagnostics();
        assertThat(found.stream().map(Diagnostic::message)).isNotEmpty().containsExactlyElementsOf(expected.stream().map(Diagnostic::message).toList());
    }
}
