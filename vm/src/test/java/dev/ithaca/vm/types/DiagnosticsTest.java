package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Places, help texts and the order of findings; modules and imports. */
class DiagnosticsTest {
    private static List<Diagnostic> errors(String text) {
        return Programs.check(text).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    private static String textAt(Diagnostic d) { return d.file().text().substring(d.span().start(), d.span().end()); }

    private static List<String> modules(Map<String, String> modules) {
        return Programs.check(new TreeMap<>(modules)).diagnostics().stream().filter(Diagnostic::isError)
                .map(Diagnostic::message).toList();
    }

    @Test void everyMistakeIsReportedOnceInTextOrder() {
        List<Diagnostic> found = errors("f() = nope\ng() = 1 + true\nmain() = { x = missing\n x + x }\n");
        assertThat(found).extracting(Diagnostic::message).containsExactly("unknown variable `nope`",
                "type mismatch: expected `Int`, found `Bool`", "unknown variable `missing`");
    }

    @Test void anUnknownNameIsMarkedItselfAndSimilarNamesAreOffered() {
        Diagnostic d = errors("main() = { counter = 1\n countr + 1 }").getFirst();
        assertThat(textAt(d)).isEqualTo("countr");
        assertThat(d.help()).isEqualTo("did you mean `counter`?");
    }

    @Test void anUnknownMethodIsMarkedAtItsName() {
        assertThat(textAt(errors("main() = [1].foo(2)").getFirst())).isEqualTo("foo");
    }

    @Test void aWrongArgumentIsMarkedItself() {
        assertThat(textAt(errors("f(x: Int) = x\nmain() = f(\"a\")").getFirst())).isEqualTo("\"a\"");
    }

    @Test void aReassignmentIsMarkedAsAWhole() {
        assertThat(textAt(errors("main() = { x = 1\n x = 2\n x }").getFirst())).isEqualTo("x = 2");
    }

    @Test void aFunctionNamedLikeABuiltinIsReportedOnceForAllItsClauses() {
        assertThat(errors("map(0) = 1\nmap(n) = 2\nmain() = 1")).extracting(Diagnostic::code).containsExactly("N11");
    }

    @Test void mixedTextAndNumbersGetAdvice() {
        Diagnostic d = errors("main() = 1 + \"a\"").getFirst();
        assertThat(d.code()).isEqualTo("T1");
        assertThat(d.help()).isEqualTo("`Int` and `String` are incompatible types");
        assertThat(d.notes()).containsExactly("to concatenate strings, use `++`: show(42) ++ \" items\"");
    }

    @Test void importsAreChecked() {
        Map<String, String> library = Map.of("m", "pub f() = 1\nsecret() = 2\npub type Tee = { x: Int }\ntype S = { x: Int }");
        assertThat(modules(with(library, "use nope.*\nmain() = 1"))).containsExactly("module `nope` not found");
        assertThat(modules(with(library, "use m.{zzz}\nmain() = 1"))).containsExactly("`zzz` is not defined in module `m`");
        assertThat(modules(with(library, "use m.{secret}\nmain() = 1"))).containsExactly("`secret` is private in module `m`");
        assertThat(modules(with(library, "use m.*\nmain() = secret()"))).containsExactly("unknown variable `secret`");
        assertThat(modules(with(library, "main() = m.f()")))
                .containsExactly("module `m` is not imported; add `use m.*` or `use m.{f}` to use `f`");
        assertThat(modules(with(library, "use m.*\nmain() = m.secret()")))
                .containsExactly("cannot access private function `secret` from outside module `m`");
        assertThat(modules(with(library, "use m.*\nmain() = m.g()"))).containsExactly("unknown function `m.g`");
        assertThat(modules(with(library, "use m.*\nmain() = S(1)"))).containsExactly("type `S` is private in module `m`");
        assertThat(modules(with(library, "f(t: Tee) = 1\nmain() = 1"))).containsExactly("unknown type `Tee`");
        assertThat(modules(with(library, "use m.{f as g, Tee}\nh(t: Tee) = t.x\nmain() = g() + m.f() + h(Tee(1))"))).isEmpty();
    }

    @Test void oneNameFromTwoModulesIsAConflict() {
        assertThat(modules(Map.of("a", "pub open() = 1", "b", "pub open() = 2", "main", "use a.*\nuse b.*\nmain() = 1")))
                .containsExactly("import conflict: `open` is imported from both `a` and `b`");
        assertThat(modules(Map.of("a", "pub open() = 1", "b", "pub open() = 2",
                "main", "use a.*\nuse b.{open as open2}\nmain() = open() + open2()"))).isEmpty();
    }

    @Test void equalNamesInDifferentModulesAreDifferentTypes() {
        assertThat(modules(Map.of("m", "pub type P = { x: Int }\npub f(p: P) = p.x",
                "main", "use m.{f}\ntype P = { x: Int }\nmain() = f(P(1))"))).containsExactly(
                        "type mismatch: expected `m.P`, found `main.P`");
    }

    private static Map<String, String> with(Map<String, String> library, String main) {
        Map<String, String> all = new TreeMap<>(library);
        all.put("main", main);
        return all;
    }
}
