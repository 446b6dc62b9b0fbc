package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts consist of: folds, declarations, types of bindings, calls. */
class TextStructureTest {
    private final LanguageService service = new Workspace().service();

    private static ProgramSource single(String text) { return ProgramSource.single(new SourceFile("a.nos", text)); }

    private static ProgramSource project(String main, String geo) {
        return new ProgramSource(List.of(new ProgramSource.Unit("geo", new SourceFile("geo.nos", geo)),
                new ProgramSource.Unit("main", new SourceFile("main.nos", main))), "main.main");
    }

    private static List<String> folds(String text) {
        return LanguageService.folds(text).stream().map(f -> f.kind() + " " + f.firstLine() + "-" + f.lastLine()).toList();
    }

    @Test void definitions_blocks_comments_and_imports_fold() {
        assertThat(folds("""
                use a.*
                use b.*

                # Says what
                # it does.
                f(x) = {
                    if x > 1 {
                        1
                    } else {
                        2
                    }
                }

                type T =
                    | A
                    | B

                trait S
                  go(self) -> Int
                end

                T: S
                  go(self) =
                    1
                end
                """)).containsExactly("IMPORTS 1-2", "COMMENT 4-5", "BLOCK 6-12", "BLOCK 7-8", "BLOCK 9-11", "DEFINITION 14-16",
                "DEFINITION 18-20", "DEFINITION 22-25", "DEFINITION 23-24");
    }

    @Test void a_text_that_does_not_parse_folds_by_its_brackets() {
        assertThat(folds("f(x) = {\n  g(\n}\n\nmain( = {\n  1\n}\n")).contains("BLOCK 5-7");
        assertThat(folds("#* long\n   comment *#\n1 2 3 ))) }\n")).containsExactly("COMMENT 1-2");
        assertThat(folds("")).isEmpty();
    }

    @Test void declarations_are_listed_with_what_they_belong_to() {
        ProgramSource program = single("""
                type Shape = Circle(Float) | Rect{w: Int}
                trait Named
                  title(self) -> String
                end
                Shape: Named
                  title(Circle(_)) = "c"
                  title(_) = "r"
                end
                module Inner
                  pub go() = 1
                end
                limit = 10
                fac(0) = 1
                fac(n) = n * fac(n - 1)
                test "works" = assert(true)
                """);
        assertThat(service.declarations(program).stream().map(d -> d.kind() + " " + (d.container().isEmpty() ? "" : d.container() + "/") + d.name() + " " + d.location().line()))
                .containsExactly("TYPE Shape 1", "CONSTRUCTOR Shape/Circle 1", "CONSTRUCTOR Shape/Rect 1", "FIELD Rect/w 1", "TRAIT Named 2", "METHOD Named/title 3",
                        "METHOD Shape: Named/title 6", "MODULE Inner 9", "FUNCTION Inner/go 10", "VALUE limit 12", "FUNCTION fac 13", "TEST works 15");
        assertThat(service.declarations(program, "ti").stream().map(Declaration::name)).containsExactly("title", "title");
    }

    private List<String> hints(String text) {
        return service.hints(single(text), "a.nos").stream().map(h -> text.substring(text.lastIndexOf('\n', h.offset() - 1) + 1, h.offset()).strip() + h.text()).toList();
    }

    @Test void bindings_tell_their_types() {
        assertThat(hints("main() = {\n  xs = [1, 2]\n  var total = 0\n  name: String = \"a\"\n  total = 3\n  f = x => x + 1\n  (a, b) = (1, 2)\n  a\n}\n"))
                .containsExactly("main() -> Int", "xs: List[Int]", "var total: Int", "f: (Int) -> Int");
        assertThat(hints("main() -> Int = {\n  empty = []\n  identity = x => x\n  1\n}\n")).isEmpty();
        assertThat(hints("f(a: Int, b: Int = 5) -> Int = a\nmain() -> Int = f(b: 1, a = 2)\n")).isEmpty();
    }

    @Test void functions_tell_their_types_at_the_first_clause() {
        assertThat(hints("size([]) = 0\nsize([_ | rest]) = 1 + size(rest)\n\nhalf(n) -> Int = n / 2\n\nwhole(n: Int) -> Int = n\n"))
                .containsExactly("size(List[a]) -> Int", "half(n: Int) -> Int");
    }

    private static List<String> shown(List<Calls> calls) {
        return calls.stream().map(c -> c.function() + " " + c.location().file() + ":" + c.location().line() + " "
                + c.places().stream().map(o -> o.line() + ":" + o.column()).toList()).toList();
    }

    @Test void callers_and_callees_are_found_across_files() {
        String geo = "pub area(0, _) = 0\npub area(w, h) = twice(w) * h\ntwice(n) = \"${n + n}\".length()\npub wide(w) = [w].map(x => area(x, 1))\n";
        String main = "use geo.*\nmain() = {\n  show(area(1, 2))\n  helper()\n}\nhelper() = area(2, 3) + area(4, 5)\n";
        ProgramSource program = project(main, geo);
        assertThat(shown(service.callers(program, "geo.nos", geo.indexOf("area")))).containsExactly("wide geo.nos:4 [4:28]", "main main.nos:2 [3:8]", "helper main.nos:6 [6:12, 6:25]");
        assertThat(shown(service.callees(program, "main.nos", main.indexOf("show")))).containsExactly("area geo.nos:1 [3:8]", "helper main.nos:6 [4:3]");
        assertThat(shown(service.callees(program, "geo.nos", geo.indexOf("twice(w)")))).containsExactly("twice geo.nos:3 [2:18]");
        assertThat(service.callees(program, "main.nos", 0)).isEmpty();
    }
}
