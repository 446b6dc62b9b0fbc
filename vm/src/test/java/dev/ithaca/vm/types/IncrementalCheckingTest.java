package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.ParseCache;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.template.TemplateExpander;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program checked version by version: only what depends on an edit is looked at, and the result is that of a full check. */
class IncrementalCheckingTest {
    private static final Library LIBRARY = new Library();

    private final ProgramChecker checker = ProgramChecker.forEditing(LIBRARY);
    private final ParseCache parser = new ParseCache();
    private final Map<String, String> project = new LinkedHashMap<>();

    private CheckingWork check() {
        CheckedProgram program = checker.check(units(project));
        CheckedProgram fresh = ProgramChecker.forEditing(LIBRARY).check(units(project));
        assertThat(shown(program.diagnostics())).isEqualTo(shown(fresh.diagnostics()));
        return program.work();
    }

    private List<Checker.Unit> units(Map<String, String> texts) {
        List<ModuleTree> parsed = new ArrayList<>();
        texts.forEach((path, text) -> parsed.add(parser.parse(new SourceFile(path + ".nos", text)).module()));
        List<ModuleTree> expanded = TemplateExpander.expand(parsed).modules();
        List<Checker.Unit> units = new ArrayList<>();
        for (String path : texts.keySet()) {
            int i = units.size();
            units.add(new Checker.Unit(path, expanded.get(i), expanded.get(i) != parsed.get(i)));
        }
        return units;
    }

    private static List<String> shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(d -> d.file() + ":" + d.span() + " " + d.code() + " " + d.message() + d.notes() + d.help()).toList();
    }

    private static List<String> names(Exploration exploration, String file, int offset) {
        return exploration.visible(file, offset).stream().map(s -> s.kind() + " " + s.signature() + " " + s.file() + s.span()).sorted().toList();
    }

    private void edit(String module, String from, String to) {
        assertThat(project.get(module)).contains(from);
        project.put(module, project.get(module).replace(from, to));
    }

    /** Twenty modules in a chain, each using the one before it. */
    private void chain() {
        for (int i = 0; i < 20; i++) {
            project.put("m" + i, (i == 0 ? "pub link0(x) = x + 1\n" : "use m" + (i - 1) + ".*\npub link" + i + "(x: Int) -> Int = link" + (i - 1) + "(x) + 1\n")
                    + "twice" + i + "(n) = n * 2\nlonely" + i + "() = twice" + i + "(3)\n");
        }
        project.put("main", "use m19.*\nmain() = link19(1)\n");
    }

    @Test void the_first_version_is_checked_whole() {
        chain();
        assertThat(check()).isEqualTo(new CheckingWork(61, 21, 61));
    }

    @Test void nothing_is_checked_when_nothing_changed() {
        chain();
        check();
        assertThat(check()).isEqualTo(new CheckingWork(0, 0, 61));
    }

    @Test void a_body_whose_type_stays_is_checked_alone() {
        chain();
        check();
        edit("m0", "x + 1", "x + 2");
        assertThat(check()).isEqualTo(new CheckingWork(1, 1, 61));
    }

    @Test void what_moves_in_its_file_is_not_checked() {
        chain();
        check();
        edit("m3", "use m2.*\n", "use m2.*\n\n# A remark\n\n");
        assertThat(check().functions()).isZero();
    }

    @Test void a_body_whose_type_changes_takes_its_users_along() {
        chain();
        check();
        edit("m5", "n * 2", "show(n)");
        // twice5 and lonely5; nobody uses lonely5
        assertThat(check()).isEqualTo(new CheckingWork(2, 1, 61));
    }

    @Test void users_in_other_files_are_checked_as_far_as_types_change() {
        chain();
        check();
        edit("m0", "x + 1", "x ++ \"!\"");
        // link1 does not check any more, but its own type stays: its users are left alone
        assertThat(check()).isEqualTo(new CheckingWork(2, 2, 61));
    }

    @Test void a_new_function_concerns_those_who_import_its_file() {
        chain();
        check();
        edit("m17", "lonely17", "more17() = 1\nlonely17");
        // m17, m18, m19 and main
        assertThat(check()).isEqualTo(new CheckingWork(4 + 3 + 3 + 1, 4, 62));
    }

    @Test void a_mistake_is_found_again_only_where_it_is() {
        chain();
        check();
        edit("m4", "n * 2", "n * nothing");
        check();
        edit("m9", "n * 2", "n * 3");
        assertThat(check().functions()).isEqualTo(1);
        edit("m4", "lonely4() =", "lonely4() =\n   ");
        check();
        edit("m4", "n * nothing", "n * 2");
        check();
    }

    @Test void a_changed_type_concerns_everybody() {
        project.put("shapes", "pub type Shape = Circle(Float) | Dot\npub area(s: Shape) = match s { Circle(r) -> r * r, Dot -> 0.0 }\n");
        project.put("main", "use shapes.*\nmain() = area(Dot)\nother(s) = s.area()\n");
        check();
        edit("shapes", "| Dot", "| Dot | Square(Float)");
        assertThat(check().functions()).isEqualTo(3);
    }

    @Test void a_method_call_on_a_type_still_open_is_decided_with_the_functions_of_today() {
        project.put("a", "pub type Box = Box(Int)\npub size(b: Box) = 1\npub of(x) = x.size()\n");
        project.put("main", "use a.*\nmain() = of(Box(1)) + 1\n");
        check();
        edit("a", "= 1", "= \"one\"");
        check();
        edit("a", "= \"one\"", "= 2");
        check();
    }

    @Test void functions_that_call_each_other_are_checked_together() {
        project.put("", "even(n) = if n == 0 then true else odd(n - 1)\nodd(n) = if n == 0 then false else even(n - 1)\nmain() = even(4)\n");
        check();
        edit("", "false", "!true");
        assertThat(check()).isEqualTo(new CheckingWork(2, 1, 3));
        edit("", "odd(n - 1)", "true");
        check();
        edit("", "!true", "3");
        check();
    }

    @Test void functions_whose_types_depend_on_which_is_asked_for_first_are_asked_in_the_order_of_the_text() {
        project.put("", "first(x) = { y = second(x)\n  (y, y) }\nsecond(x) = x\nmain() = 1\n");
        checkTypes();
        edit("", "second(x) = x", "second(x) = first");
        checkTypes();
        project.put("", "entry(x) = second(x)\n" + project.get(""));
        checkTypes();
        edit("", "entry(x) = second(x)", "entry(x) = first(x)");
        checkTypes();
        edit("", "entry(x) = first(x)", "entry(x) = second(x)");
        checkTypes();
    }

    private void checkTypes() {
        List<Checker.Unit> units = units(project);
        assertThat(names(checker.explore(units), ".nos", 0)).isEqualTo(names(ProgramChecker.forEditing(LIBRARY).explore(units), ".nos", 0));
    }

    @Test void templates_are_told_from_the_text_they_stand_in() {
        project.put("", "template plus(n) = quote { ~n + 1 }\nmain() = plus(1)\nother() = 2\n");
        check();
        edit("", "~n + 1", "show(~n) ++ \"!\"");
        check();
        edit("", "= 2", "= \"2\"");
        check();
    }

    /** More of them with {@code -Dincremental.seeds=}, others with {@code -Dincremental.first=}. */
    static LongStream seeds() {
        long first = Long.getLong("incremental.first", 1);
        return LongStream.range(first, first + Long.getLong("incremental.seeds", 6));
    }

    @ParameterizedTest @MethodSource("seeds")
    void random_edits_give_what_a_full_check_gives(long seed) {
        Random random = new Random(seed);
        EditedProject edited = new EditedProject(random);
        int reused = 0;
        for (int version = 0; version < 60; version++) {
            String edit = edited.edit();
            List<Checker.Unit> units = units(edited.texts());
            Exploration exploration = checker.explore(units);
            Exploration fresh = ProgramChecker.forEditing(LIBRARY).explore(units);
            CheckedProgram program = checker.check(units);
            CheckedProgram freshProgram = new ProgramChecker(LIBRARY).check(units);
            assertThat(shown(program.diagnostics())).as("seed %d, version %d: %s%n%s", seed, version, edit, edited).isEqualTo(shown(freshProgram.diagnostics()));
            assertThat(program.work().functions()).isZero();
            for (String path : edited.texts().keySet()) {
                String file = path + ".nos";
                for (int offset : edited.someOffsets(path)) {
                    assertThat(names(exploration, file, offset)).as("seed %d, version %d: %s%n%s", seed, version, edit, edited).isEqualTo(names(fresh, file, offset));
                    assertThat(exploration.type(file, offset)).as("seed %d, version %d: %s at %d%n%s", seed, version, edit, offset, edited).isEqualTo(fresh.type(file, offset));
                }
            }
            if (exploration.work().functions() < exploration.work().allFunctions()) reused++;
        }
        assertThat(reused).as("versions in which something was known already").isGreaterThan(20);
    }
}
