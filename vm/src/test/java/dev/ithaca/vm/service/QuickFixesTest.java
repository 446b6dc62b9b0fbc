package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mending what the checker found; {@code @} marks the place asked about. */
class QuickFixesTest {
    private final LanguageService service = new Workspace().service();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int offset;

    private void text(String name, String text) {
        int caret = text.indexOf('@');
        if (caret >= 0) offset = caret;
        texts.put(name, text.replace("@", ""));
    }

    private List<QuickFix> fixes() {
        List<ProgramSource.Unit> units = new ArrayList<>();
        boolean single = texts.size() == 1;
        texts.forEach((name, text) -> units.add(new ProgramSource.Unit(single ? "" : name.replace(".nos", ""), new SourceFile(name, text))));
        return service.fixes(new ProgramSource(units, "main"), "main.nos", offset, offset);
    }

    private List<String> titles() { return fixes().stream().map(QuickFix::title).toList(); }

    private String mended(String title, String file) {
        QuickFix fix = fixes().stream().filter(f -> f.title().equals(title)).findFirst().orElseThrow(() -> new AssertionError(titles()));
        return TextEdit.apply(fix.edits(), file, texts.get(file));
    }

    @Test void a_name_of_another_module_is_imported() {
        text("geo.nos", "pub area(w, h) = w * h\n");
        text("main.nos", "main() = ar@ea(1, 2)\n");
        assertThat(mended("Add missing import: use geo.{area}", "main.nos")).isEqualTo("use geo.{area}\nmain() = area(1, 2)\n");
    }

    @Test void an_import_joins_those_of_its_module_and_follows_those_of_others() {
        text("geo.nos", "pub area(w, h) = w * h\npub edge(w) = w\n");
        text("other.nos", "pub x() = 1\n");
        text("main.nos", "use geo.{edge}\nmain() = ar@ea(edge(1), 2)\n");
        assertThat(mended("Add missing import: use geo.{area}", "main.nos")).isEqualTo("use geo.{edge, area}\nmain() = area(edge(1), 2)\n");
        text("main.nos", "use other.*\n\nmain() = ar@ea(x(), 2)\n");
        assertThat(mended("Add missing import: use geo.{area}", "main.nos")).isEqualTo("use other.*\nuse geo.{area}\n\nmain() = area(x(), 2)\n");
    }

    @Test void types_and_library_names_are_imported_too() {
        text("geo.nos", "pub type Point = {x: Int}\n");
        text("main.nos", "f(p: Poi@nt) = p.x\nmain() = 1\n");
        assertThat(titles()).contains("Add missing import: use geo.{Point}");
        text("main.nos", "main() = json@Parse(\"1\")\n");
        assertThat(titles()).contains("Add missing import: use stdlib.json.{jsonParse}");
    }

    @Test void a_misspelt_name_is_corrected() {
        text("main.nos", "main() = {\n  counter = 1\n  count@r + 1\n}\n");
        assertThat(mended("Change to counter", "main.nos")).isEqualTo("main() = {\n  counter = 1\n  counter + 1\n}\n");
        text("main.nos", "main() = \"a\".toU@per()\n");
        assertThat(mended("Change to toUpper", "main.nos")).isEqualTo("main() = \"a\".toUpper()\n");
    }

    @Test void a_qualified_name_gets_its_use() {
        text("geo.nos", "pub area(w, h) = w * h\n");
        text("main.nos", "main() = geo.ar@ea(1, 2)\n");
        assertThat(mended("Add missing import: use geo.{area}", "main.nos")).isEqualTo("use geo.{area}\nmain() = geo.area(1, 2)\n");
    }

    @Test void what_is_private_is_made_public_where_it_stands() {
        text("geo.nos", "# Area.\narea(0, _) = 0\narea(w, h) = w * h\n");
        text("main.nos", "use geo.*\nmain() = geo.ar@ea(1, 2)\n");
        assertThat(mended("Make area public in geo.nos", "geo.nos")).isEqualTo("# Area.\npub area(0, _) = 0\npub area(w, h) = w * h\n");
        text("main.nos", "use geo.{ar@ea}\nmain() = area(1, 2)\n");
        assertThat(titles()).contains("Make area public in geo.nos");
    }

    @Test void a_binding_that_is_assigned_becomes_a_variable() {
        text("main.nos", "main() = {\n  total = 1\n  tot@al = 2\n  total\n}\n");
        assertThat(mended("Declare total with var", "main.nos")).isEqualTo("main() = {\n  var total = 1\n  total = 2\n  total\n}\n");
        text("main.nos", "f(n) = {\n  n@ = 2\n  n\n}\nmain() = f(1)\n");
        assertThat(titles()).isEmpty();
    }

    @Test void missing_arms_are_added() {
        text("main.nos", "type T = A | B(Int, Int) | C\nf(t) = match@ t {\n    A -> 1\n}\nmain() = f(A)\n");
        offset = texts.get("main.nos").indexOf("A -> 1");
        assertThat(mended("Add the missing arms", "main.nos")).isEqualTo("""
                type T = A | B(Int, Int) | C
                f(t) = match t {
                    A -> 1
                    B(_, _) -> panic("not written yet")
                    C -> panic("not written yet")
                }
                main() = f(A)
                """);
        text("main.nos", "main() = match Some(1) { So@me(x) -> x }\n");
        assertThat(mended("Add the missing arm None", "main.nos")).isEqualTo("main() = match Some(1) { Some(x) -> x, None -> panic(\"not written yet\") }\n");
    }

    @Test void missing_methods_are_added() {
        text("main.nos", "trait Shape\n  area(self) -> Int\n  scaled(self, by: Int) -> Self\nend\ntype A = A(Int)\nA: Sha@pe\n  area(self) = 1\nend\nmain() = 1\n");
        assertThat(mended("Add the method scaled", "main.nos")).contains("A: Shape\n  area(self) = 1\n  scaled(self, by) = panic(\"not written yet\")\nend\n");
        text("main.nos", "trait Shape area(self) -> Int end\ntype A = A(Int)\nA: Sha@pe end\nmain() = 1\n");
        assertThat(mended("Add the method area", "main.nos")).contains("A: Shape\n  area(self) = panic(\"not written yet\")\nend\n");
    }

    @Test void right_programs_need_no_mending() {
        text("main.nos", "main() = 1 @+ 2\n");
        assertThat(titles()).isEmpty();
    }
}
