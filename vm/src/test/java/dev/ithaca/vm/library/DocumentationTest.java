package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Documentation;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.types.Builtin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every function that programs can call says what it does, shows an example (run by {@link ExamplesTest}) and names its cost. */
class DocumentationTest {
    /** Called by code the compiler makes, never by programs. */
    private static final Set<String> FOR_THE_COMPILER = Set.of("stdlib.reactivity", "stdlib.own_keys");

    private final Library library = new Library();

    @Test
    void functionsInJava() {
        Map<String, List<String>> docs = new LinkedHashMap<>();
        for (Builtin builtin : library.all()) {
            boolean hidden = builtin.name().startsWith("%") || builtin.name().contains("._");
            if (!hidden) docs.computeIfAbsent(builtin.name(), _ -> new ArrayList<>()).add(builtin.doc());
        }
        // Implementations for different types share a name, and the documentation of the first that has one.
        assertThat(docs).isNotEmpty().allSatisfy((_, texts) ->
                assertComplete(texts.stream().filter(text -> text.contains("Example:")).findFirst().orElse(texts.getFirst())));
    }

    @Test
    void functionsInNostos() {
        Map<String, String> docs = new LinkedHashMap<>();
        library.modules().forEach((path, file) -> {
            if (FOR_THE_COMPILER.contains(path)) return;
            for (Item item : Parser.parse(file).module().items()) {
                if (item instanceof Item.Function f && f.isPublic()) {
                    docs.put(path + "." + f.name().text() + " at line " + file.line(f.span().start()), f.doc() == null ? "" : f.doc());
                }
            }
        });
        assertThat(docs).isNotEmpty().allSatisfy((_, text) -> assertComplete(text));
    }

    private static void assertComplete(String text) {
        Documentation doc = Documentation.of(text);
        assertThat(doc.description()).as("description").isNotBlank();
        assertThat(doc.examples()).as("examples").isNotEmpty();
        assertThat(doc.cost()).as("cost").isNotBlank();
    }
}
