package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where names are used, and giving them others; {@code @} marks the caret. */
class ReferencesTest {
    private final LanguageService service = new Workspace().service();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private String file;
    private int offset;

    private void text(String name, String text) {
        int caret = text.indexOf('@');
        if (caret >= 0) {
            file = name;
            offset = caret;
        }
        texts.put(name, text.replace("@", ""));
    }

    private ProgramSource program() {
        if (texts.size() == 1) return ProgramSource.single(new SourceFile(file, texts.get(file)));
        List<ProgramSource.Unit> units = new ArrayList<>();
        texts.forEach((name, text) -> units.add(new ProgramSource.Unit(name.replace(".nos", ""), new SourceFile(name, text))));
        return new ProgramSource(units, "main.main");
    }

    private List<String> references() {
        return service.references(program(), file, offset).stream().map(o -> o.file() + ":" + o.line() + ":" + o.column() + (o.declaration() ? "*" : "")).toList();
    }

    private Renaming rename(String newName) { return service.rename(program(), file, offset, newName); }

    /** The texts with the name changed. */
    private List<String> renamed(String newName) {
        Renaming renaming = rename(newName);
        assertThat(renaming.refusal()).isNull();
        return texts.entrySet().stream().map(e -> renaming.applied(e.getKey(), e.getValue())).toList();
    }

    @Test void a_local_is_found_in_its_function_only() {
        text("a.nos", "f(value) = va@lue + 1\ng(value) = \"${value}\"\nmain() = f(2)\n");
        assertThat(references()).containsExactly("a.nos:1:3*", "a.nos:1:12");
    }

    @Test void interpolations_count_and_comments_and_strings_do_not() {
        text("a.nos", "# total\nf(to@tal) = \"total ${total + 1}\"\nmain() = f(2)\n");
        assertThat(references()).containsExactly("a.nos:2:3*", "a.nos:2:21");
    }

    @Test void an_inner_variable_of_the_same_name_is_another() {
        text("a.nos", "f(x@) = [1].map(x => x + 1) ++ [x]\nmain() = f(2)\n");
        assertThat(references()).containsExactly("a.nos:1:3*", "a.nos:1:32");
    }

    @Test void functions_are_found_in_all_files() {
        text("geo.nos", "pub are@a(w, h) = w * h\nown() = area(1, 2)\n");
        text("main.nos", "use geo.{area}\nmain() = area(1, 2) + 2.area(3)\n");
        text("other.nos", "use geo.*\nuse geo.{area as size}\narea2() = geo.area(1, 2) + size(1, 2)\n");
        assertThat(references()).containsExactly("geo.nos:1:5*", "geo.nos:2:9", "main.nos:1:10", "main.nos:2:10", "main.nos:2:25",
                "other.nos:2:10", "other.nos:2:18", "other.nos:3:15", "other.nos:3:28");
    }

    @Test void functions_of_one_name_in_two_files_are_told_apart() {
        text("a.nos", "pub go() = 1\n");
        text("b.nos", "pub go() = 2\n");
        text("main.nos", "use a.*\nuse b.{other}\nmain() = g@o()\n");
        assertThat(references()).containsExactly("a.nos:1:5*", "main.nos:3:10");
    }

    @Test void constructors_types_and_fields_are_found() {
        text("a.nos", "type Shape = Cir@cle(Int) | Dot\nf(s: Shape) = match s { Circle(r) -> r, Dot -> 0 }\nmain() = f(Circle(1))\n");
        assertThat(references()).containsExactly("a.nos:1:14*", "a.nos:2:25", "a.nos:3:12");
        texts.clear();
        text("a.nos", "type Point = {x@: Int, y: Int}\nf(p: Point) = p.x + p.y\nmain() = f(Point(x: 1, y: 2))\n");
        assertThat(references()).containsExactly("a.nos:1:15*", "a.nos:2:17", "a.nos:3:18");
    }

    @Test void a_method_is_its_trait_and_all_implementations() {
        text("a.nos", "trait Named\n  title(self) -> String\nend\ntype A = A(Int)\nA: Named\n  title(self) = \"a\"\nend\nmain() = A(1).tit@le()\n");
        assertThat(references()).containsExactly("a.nos:2:3*", "a.nos:6:3*", "a.nos:8:15");
    }

    @Test void what_belongs_to_the_library_is_found_too() {
        text("a.nos", "main() = {\n  print@ln(\"a\")\n  println(\"b\")\n}\n");
        assertThat(references()).hasSize(2);
        assertThat(rename("say").refusal()).contains("belongs to the language");
    }

    @Test void renaming_changes_every_use() {
        text("geo.nos", "pub are@a(w, h) = w * h\nown() = \"${area(1, 2)}\"\n");
        text("main.nos", "use geo.{area as size}\nmain() = size(1, 2) + geo.area(2, 3)\n");
        assertThat(renamed("surface")).containsExactly("pub surface(w, h) = w * h\nown() = \"${surface(1, 2)}\"\n",
                "use geo.{surface as size}\nmain() = size(1, 2) + geo.surface(2, 3)\n");
    }

    @Test void labels_follow_their_parameter_and_their_field() {
        text("a.nos", "f(widt@h, h) = width * h\nmain() = f(width: 1, h: 2)\n");
        assertThat(renamed("w")).containsExactly("f(w, h) = w * h\nmain() = f(w: 1, h: 2)\n");
        texts.clear();
        text("a.nos", "type Point = {x@: Int, y: Int}\nf(x) = Point(x: x, y: 1)\nmain() = f(2).x\n");
        assertThat(renamed("left")).containsExactly("type Point = {left: Int, y: Int}\nf(x) = Point(left: x, y: 1)\nmain() = f(2).left\n");
    }

    @Test void a_field_renamed_keeps_the_variables_that_patterns_make_of_it() {
        text("a.nos", "type Point = {x@: Int, y: Int}\nf(p: Point) = match p { {x, y} -> x + y }\ng(p: Point) = match p { {x: a} -> a, Point{x} -> x }\nmain() = f(Point(x: 1, y: 2))\n");
        assertThat(references()).containsExactly("a.nos:1:15*", "a.nos:2:26", "a.nos:3:26", "a.nos:3:44", "a.nos:4:18");
        assertThat(renamed("left")).containsExactly("type Point = {left: Int, y: Int}\nf(p: Point) = match p { {left: x, y} -> x + y }\n"
                + "g(p: Point) = match p { {left: a} -> a, Point{left: x} -> x }\nmain() = f(Point(left: 1, y: 2))\n");
    }

    @Test void a_variable_renamed_keeps_the_field_it_came_from() {
        text("a.nos", "type Point = {x: Int, y: Int}\nf(p: Point) = match p { {x, y} -> x@ + y }\nmain() = f(Point(x: 1, y: 2))\n");
        assertThat(renamed("left")).containsExactly("type Point = {x: Int, y: Int}\nf(p: Point) = match p { {x: left, y} -> left + y }\nmain() = f(Point(x: 1, y: 2))\n");
    }

    @Test void fields_of_constructors_are_told_apart() {
        text("a.nos", "type S = Circle{r@: Int} | Ring{r: Int}\nf(s) = match s { Circle{r} -> r, Ring{r} -> r }\nmain() = f(Circle(r: 1)) + f(Ring(r: 2))\n");
        assertThat(renamed("radius")).containsExactly("type S = Circle{radius: Int} | Ring{r: Int}\nf(s) = match s { Circle{radius: r} -> r, Ring{r} -> r }\n"
                + "main() = f(Circle(radius: 1)) + f(Ring(r: 2))\n");
    }

    @Test void all_clauses_of_a_function_are_renamed() {
        text("a.nos", "fa@c(0) = 1\nfac(n) = n * fac(n - 1)\nmain() = fac(5)\n");
        assertThat(renamed("factorial")).containsExactly("factorial(0) = 1\nfactorial(n) = n * factorial(n - 1)\nmain() = factorial(5)\n");
    }

    @Test void a_name_that_is_taken_is_refused() {
        text("a.nos", "f(a, b@) = a + b\nmain() = f(1, 2)\n");
        assertThat(rename("a").refusal()).isEqualTo("a is taken: it means something in a.nos:1, and could not be told apart in a.nos:1.");
        assertThat(rename("main").refusal()).startsWith("main is taken");
    }

    @Test void a_name_that_would_hide_one_in_use_is_refused() {
        text("a.nos", "f(xs, n@) = length(xs) + n\nmain() = f([1], 2)\n");
        assertThat(rename("length").refusal()).isNotNull();
        texts.clear();
        text("a.nos", "pub twice(x) = x * 2\n");
        text("main.nos", "use a.*\nhel@per(x) = twice(x)\nmain() = helper(1)\n");
        assertThat(rename("twice").refusal()).startsWith("twice is taken");
    }

    @Test void a_name_that_is_none_is_refused() {
        text("a.nos", "f(a@) = a\nmain() = f(1)\n");
        assertThat(rename("1a").refusal()).startsWith("A name consists of");
        assertThat(rename("match").refusal()).isEqualTo("match is a word of the language.");
        assertThat(rename("Big").refusal()).contains("small letter");
        assertThat(rename("a").refusal()).isEqualTo("That is the name it has.");
        assertThat(rename("").refusal()).startsWith("A name consists of");
    }

    @Test void a_program_that_does_not_parse_is_not_renamed_in() {
        text("a.nos", "f(a@) = a\nmain() = f(1\n");
        assertThat(rename("b").refusal()).startsWith("Mend the text first: ");
    }

    @Test void what_renaming_would_break_is_said() {
        text("a.nos", "fi@ne(x) = x\nmain() = fine(1)\n");
        assertThat(rename("println").refusal()).startsWith("The program would have a mistake: ");
    }

    @Test void a_place_without_a_name_has_no_references() {
        text("a.nos", "main() = 1 @+ 2\n");
        assertThat(references()).isEmpty();
    }
}
