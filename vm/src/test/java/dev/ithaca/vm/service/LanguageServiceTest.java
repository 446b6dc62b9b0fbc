package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions of an editor; {@code @} marks the caret. */
class LanguageServiceTest {
    private static final String FILE = "shapes.nos";
    private static final String SHAPES = """
            # Shapes of a drawing.
            type Shape = Circle(Float) | Square(Float)
            type Point = {x: Int, y: Int}

            # Area of a shape.
            area(s) = match s {
                Circle(r) -> r * r * 3.14
                Square(a) -> a * a
            }

            """;

    private final LanguageService service = new Workspace().service();

    private record Question(ProgramSource program, int offset) {}

    private static Question question(String text) {
        int caret = text.indexOf('@');
        return new Question(program(text.replace("@", "")), caret);
    }

    private static ProgramSource program(String text) { return ProgramSource.single(new SourceFile(FILE, text)); }

    private List<Completion.Proposal> proposals(String text) {
        Question question = question(text);
        Completion completion = service.complete(question.program(), FILE, question.offset());
        if (completion.proposals().isEmpty()) return List.of();
        return completion.matching(text.replace("@", "").substring(completion.start(), question.offset()));
    }

    private List<String> names(String text) { return proposals(text).stream().map(Completion.Proposal::name).toList(); }

    private Description describe(String text) {
        Question question = question(text);
        return service.describe(question.program(), FILE, question.offset()).orElseThrow();
    }

    private List<Location> definition(String text) {
        Question question = question(text);
        return service.definition(question.program(), FILE, question.offset());
    }

    @Test void locals_come_before_the_program_and_the_library() {
        assertThat(names(SHAPES + "main() = {\n    mapped = 1\n    ma@\n}\n")).startsWith("mapped", "main", "map").contains("match", "max");
    }

    @Test void a_function_is_proposed_with_its_inferred_type_and_its_comment() {
        Completion.Proposal area = proposals(SHAPES + "main() = ar@\n").getFirst();
        assertThat(area.detail()).isEqualTo("area(s: Shape) -> Float");
        assertThat(area.doc()).isEqualTo("Area of a shape.");
        assertThat(area.insert()).isEqualTo("area()");
        assertThat(area.caret()).isEqualTo("area(".length());
    }

    @Test void after_a_dot_the_type_of_the_value_decides() {
        assertThat(names(SHAPES + "main() = {\n    p = Point(1, 2)\n    p.@\n}\n")).startsWith("x", "y").doesNotContain("area", "trim");
        assertThat(names(SHAPES + "main() = \"text\".tri@\n")).startsWith("trim");
        assertThat(names(SHAPES + "main() = [1, 2].map(n => n + 1).fil@\n")).startsWith("filter");
        assertThat(names(SHAPES + "main() = Circle(2.0).@\n")).startsWith("area");
        assertThat(names("main() = String.fr@\n")).allMatch(name -> name.startsWith("fr")).isNotEmpty();
    }

    @Test void unfinished_texts_are_answered_too() {
        assertThat(names(SHAPES + "f(shapes) = {\n    if sha@\n")).contains("shapes");
        assertThat(names(SHAPES + "f(shape) = match shape { Circle(radius) -> rad@")).containsExactly("radius");
        assertThat(names("f(@")).contains("println");
        assertThat(names("@")).contains("type", "println");
    }

    @Test void comments_strings_and_numbers_are_left_alone() {
        assertThat(names("# see ma@\nmain() = 1\n")).isEmpty();
        assertThat(names("main() = \"the ma@\"\n")).isEmpty();
        assertThat(names("main() = 12@\n")).isEmpty();
        assertThat(names("f(name) = \"hello ${na@}\"\n")).startsWith("name");
    }

    private static ProgramSource project(String main) {
        return new ProgramSource(List.of(new ProgramSource.Unit("main", new SourceFile("main.nos", main)),
                new ProgramSource.Unit("geo.flat", new SourceFile("geo/flat.nos", "pub area(n) = n\npub edge(n) = n\nhidden() = 1\n"))), "main.main");
    }

    private List<String> inProject(String main) {
        int caret = main.indexOf('@');
        String text = main.replace("@", "");
        Completion completion = service.complete(project(text), "main.nos", caret);
        return completion.matching(text.substring(completion.start(), caret)).stream().map(Completion.Proposal::name).toList();
    }

    @Test void behind_use_come_modules_and_what_they_lend() {
        assertThat(inProject("use @\nmain() = 1\n")).startsWith("geo").contains("stdlib");
        assertThat(inProject("use geo.@\nmain() = 1\n")).containsExactly("flat");
        assertThat(inProject("use stdlib.js@\nmain() = 1\n")).containsExactly("json");
        assertThat(inProject("use geo.flat.@\nmain() = 1\n")).containsExactly("*", "area", "edge");
        assertThat(inProject("use geo.flat.{area, @}\nmain() = 1\n")).containsExactly("edge");
        assertThat(inProject("use geo.flat.{\n  edge,\n  a@\n}\nmain() = 1\n")).containsExactly("area");
    }

    @Test void a_name_of_a_module_comes_with_its_use() {
        String text = "use geo.flat.{edge}\nmain() = ar(2)\n";
        int caret = text.indexOf("ar(") + 2;
        Completion completion = service.complete(project(text), "main.nos", caret);
        Completion.Proposal proposal = completion.matching("ar").stream().filter(p -> p.name().equals("area")).findFirst().orElseThrow();
        assertThat(proposal.insert()).isEqualTo("area");
        assertThat(TextEdit.apply(proposal.edits(), "main.nos", text)).isEqualTo("use geo.flat.{edge, area}\nmain() = ar(2)\n");
        assertThat(completion.matching("edge").getFirst().edits()).isEmpty();
        assertThat(completion.matching("hidden")).isEmpty();
    }

    @Test void functions_of_a_type_are_written_with_their_brackets() {
        Completion.Proposal proposal = proposals("main() = fromJ@\n").getFirst();
        assertThat(proposal.insert()).isEqualTo("fromJson[]()");
        assertThat(proposal.caret()).isEqualTo("fromJson[".length());
        assertThat(describe("main() = fromJ@son[Int](Null)\n").signature()).isEqualTo("fromJson[T](json: Json) -> T");
    }

    @Test void letters_of_the_parts_of_a_name_find_it() {
        assertThat(names("main() = [1].tW@\n")).contains("takeWhile");
    }

    @Test void names_are_described_by_type_and_documentation() {
        assertThat(describe(SHAPES + "main() = ar@ea(Circle(1.0))\n").signature()).isEqualTo("area(s: Shape) -> Float");
        assertThat(describe(SHAPES + "main() = [1].ma@p(n => n)\n").signature()).isEqualTo("map(xs: List[a], f: (a) -> b) -> List[b]");
        Description local = describe("keeper(total) = receive {\n    Add(n) -> keeper(to@tal + n)\n}\ntype T = Add(Int)\n");
        assertThat(local.signature()).isEqualTo("total: Int");
        assertThat(local.local()).isTrue();
        assertThat(describe(SHAPES + "f(p: Point) = p.x@\n").signature()).isEqualTo("x: Int");
    }

    @Test void declarations_are_found() {
        assertThat(definition(SHAPES + "main() = area(Squ@are(1.0))\n")).containsExactly(new Location(FILE, 2, 30));
        assertThat(definition(SHAPES + "main() = ar@ea(Square(1.0))\n")).containsExactly(new Location(FILE, 6, 1));
        assertThat(definition("main() = {\n    xs = [1]\n    x@s.length()\n}\n")).containsExactly(new Location(FILE, 2, 5));
        assertThat(definition("main() = printl@n(1)\n")).isEmpty();
    }

    @Test void declarations_are_found_in_other_files() {
        String main = "use geo.*\nmain() = double(1)\n";
        ProgramSource project = new ProgramSource(List.of(new ProgramSource.Unit("main", new SourceFile("main.nos", main)),
                new ProgramSource.Unit("geo", new SourceFile("geo.nos", "# Geometry.\npub double(n) = n * 2\n"))), "main.main");
        assertThat(service.definition(project, "main.nos", main.indexOf("double"))).containsExactly(new Location("geo.nos", 2, 5));
        assertThat(service.describe(project, "main.nos", main.indexOf("double")).orElseThrow().signature()).startsWith("double(n: ");
    }

    @Test void while_a_text_does_not_parse_its_last_good_version_answers() {
        Question good = question(SHAPES + "main() = {\n    c@ircles = [Circle(1.0)]\n    circles.length()\n}\n");
        assertThat(service.describe(good.program(), FILE, good.offset())).isPresent();
        ProgramSource broken = program(SHAPES + "main() = {\n    circles = [Circle(1.0)]\n    circles.length(\n}\n");
        assertThat(service.describe(broken, FILE, good.offset()).orElseThrow().signature()).isEqualTo("circles: List[Shape]");
    }

    @Test void the_function_around_a_place_is_named() {
        Question question = question(SHAPES + "main() = {\n    1@\n}\n");
        assertThat(service.functionAround(question.program(), FILE, question.offset())).contains(new EnclosingFunction("main", 11, 13));
    }
}
