package dev.ithaca.vm.syntax.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Diagnostic.Phase;
import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TreePrinter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateExpanderTest {
    private static ModuleTree parse(String name, String text) {
        var parsed = Parser.parse(new SourceFile(name, text));
        assertThat(parsed.diagnostics()).isEmpty();
        return parsed.module();
    }

    private static Expansion expand(String... texts) {
        return TemplateExpander.expand(Stream.of(texts).map(text -> parse("m.nos", text)).toList());
    }

    private static String expanded(String... texts) {
        Expansion expansion = expand(texts);
        assertThat(expansion.diagnostics()).isEmpty();
        return TreePrinter.print(expansion.modules().getLast()).strip();
    }

    private static Diagnostic error(String... texts) {
        List<Diagnostic> diagnostics = expand(texts).diagnostics();
        assertThat(diagnostics).hasSize(1);
        return diagnostics.getFirst();
    }

    private static String marked(Diagnostic diagnostic) {
        return diagnostic.file().text().substring(diagnostic.span().start(), diagnostic.span().end());
    }

    @Test void aProgramWithoutTemplatesIsNotTouched() {
        ModuleTree module = parse("m.nos", "f(x) = x\nmain() = f(1)");
        assertThat(TemplateExpander.expand(List.of(module)).modules().getFirst()).isSameAs(module);
    }

    @Test void anArgumentTakesThePlaceOfItsSplices() {
        assertThat(expanded("template twice(e) = quote { ~e + ~e }\nmain() = twice(g(4))")).isEqualTo("main() = g(4) + g(4)");
    }

    @Test void everySpliceIsANodeOfItsOwn() {
        Expansion expansion = expand("template twice(e) = quote { [~e, ~e] }\nmain() = twice(g)");
        var body = (Expr.ListLit) ((Item.Function) expansion.modules().getFirst().items().getFirst()).body();
        assertThat(body.elements().getFirst()).isEqualTo(body.elements().getLast()).isNotSameAs(body.elements().getLast());
    }

    @Test void templatesAreKnownInEveryModule() {
        assertThat(expanded("template one() = quote(1)\ntemplate two() = quote(2)\nf() = 0",
                "use m.{one, f}\nuse m.{two as zwei}\nmain() = one() + zwei()"))
                .isEqualTo("use m.{f}\n\nuse m.{}\n\nmain() = 1 + 2");
    }

    @Test void functionsAndLocalNamesHideTemplates() {
        assertThat(expanded("template one() = quote(1)\ntemplate two() = quote(2)",
                "one() = 11\nmain(f) = { two = f\n one() + two() }")).contains("one() + two()");
    }

    @Test void aValueUnknownAtCompileTimeStaysCode() {
        assertThat(expanded("template scaled(n) = quote { ~(n * 2 + 1) }\nmain() = scaled(4) + scaled(x)"))
                .isEqualTo("main() = 9 + ((x * 2) + 1)");
    }

    @Test void aConditionUnknownAtCompileTimeIsDecidedAtRunTime() {
        assertThat(expanded("template abs(n) = quote { ~if ~n < 0 { quote(-~n) } else { quote(~n) } }\nmain(x) = abs(x) + abs(3)"))
                .isEqualTo("""
                        main(x) = (if (x < 0) then {
                          -x
                        } else {
                          x
                        }) + 3""");
    }

    @Test void aListOfCodeIsStatementsOrAList() {
        assertThat(expanded("""
                template all(fn) = quote {
                    ~fn.params.map(p => quote { println(~toVar(p.name)) })
                    names = ~fn.params.map(p => toVar(p.name))
                    ~fn.body
                }
                @all
                f(a, b) = names
                """)).isEqualTo("""
                f(a, b) = {
                  println(a)
                  println(b)
                  names = [a, b]
                  names
                }""");
    }

    @Test void dataIsSplicedAsLiterals() {
        assertThat(expanded("""
                template data(fn) = quote { (~fn.params, ~fn.returnType, ~[1.5, -2.0], ~(true, 'c', ())) }
                @data
                f(a: [Int]) -> String = ""
                """)).isEqualTo("f(a: [Int]) -> String = "
                + "([%{\"name\": \"a\", \"type\": \"[Int]\", \"ty\": \"[Int]\"}], \"String\", [1.5, -2.0], (true, 'c', ()))");
    }

    @Test void generatedDefinitionsMayUseTemplatesAgain() {
        assertThat(expanded("""
                template inner(fn) = quote { ~fn.body + 1 }
                template outer(td) = quote { ~td
                  ~eval("@inner\\nsize_of(x: " ++ td.name ++ ") = 1") }
                @outer
                type T = { a: Int }
                """)).isEqualTo("type T = {a: Int}\n\npub size_of(x: T) = 1 + 1");
    }

    @Test void codeOfATemplateStandsAtThePlaceOfItsUse() {
        Expansion expansion = expand("template one() = quote { f(1) }", "main() = one()");
        var body = ((Item.Function) expansion.modules().getLast().items().getFirst()).body();
        assertThat(body.span()).isEqualTo(new Span(9, 14));
    }

    @Test void anUnresolvedSpliceIsBlamedInTheTemplate() {
        Diagnostic error = error("template t(e) = quote { ~toVar(e) }", "main() = t(f(1))");
        assertThat(error.message()).isEqualTo("Splice (~) can only be used inside quote");
        assertThat(marked(error)).isEqualTo("~toVar(e)");
        assertThat(error.labels()).singleElement().satisfies(label -> {
            assertThat(label.file().text()).startsWith("main");
            assertThat(label.span()).isEqualTo(new Span(9, 16));
        });
    }

    @Test void onlyNamesOfTheTemplateCanBeSpliced() {
        Diagnostic error = error("template t(fn) = quote { ~fun.name }\n@t\nf() = 1");
        assertThat(marked(error)).isEqualTo("~fun.name");
        assertThat(error.notes()).containsExactly("this splice has no value: `fun` is not a name of the template");
    }

    @Test void aMistakeInAnArgumentIsReportedOnce() {
        Diagnostic error = error("template twice(e) = quote { ~e + ~e }\nmain() = twice(twice())");
        assertThat(error.message()).isEqualTo("template 'twice' expects 1 arguments but got 0");
        assertThat(marked(error)).isEqualTo("twice()");
    }

    @Test void aTypeMustComeBack() {
        assertThat(error("template gone(td) = quote { f() = 1 }\n@gone\ntype T = { a: Int }").message())
                .startsWith("decorator @gone does not give back the type `T`");
        assertThat(error("template noise(td) = quote { ~td\n 1 + 1 }\n@noise\ntype T = { a: Int }").message())
                .isEqualTo("decorator @noise gives `1 + 1`, which is no definition and cannot stand next to a type");
    }

    @Test void twoTemplatesOfOneName() {
        assertThat(error("template a() = quote(1)\ntemplate a() = quote(2)").message())
                .isEqualTo("template 'a' is defined twice in this module");
    }

    @Test void growthAtCompileTimeIsBounded() {
        assertThat(error("""
                template big() = quote { ~comptime({ var s = "ab"
                  for i = 0 to 60 { s = s ++ s }
                  s }) }
                main() = big()""").notes()).singleElement().asString().contains("grows beyond");
        assertThat(error("template deep() = quote { ~comptime({ f(n) = f(n + 1) + 1\n f(0) }) }\nmain() = deep()").notes())
                .singleElement().asString().contains("calls itself too deeply");
        assertThat(error("template dup(e) = quote { (~e, ~e) }\nmain() = " + "dup(".repeat(30) + "1" + ")".repeat(30)).message())
                .contains("does not come to an end");
    }

    @Test void notesNameTheTemplateOnlyWhereItHadAHandIn() {
        Expansion expansion = expand("template t(fn) = quote { ~fn.body }\n@t\nf(x) = 1\ng() = 2");
        SourceFile file = expansion.modules().getFirst().file();
        int f = file.text().indexOf("f(x)");
        int g = file.text().indexOf("g()");
        List<Diagnostic> annotated = expansion.annotate(List.of(
                Diagnostic.error(Phase.COMPILE, "T1", file, new Span(f, f + 1), "m"),
                Diagnostic.error(Phase.COMPILE, "T1", file, new Span(g, g + 1), "m")));
        assertThat(annotated.getFirst().notes()).containsExactly("this error may be caused by template expansion:\n"
                + "    in expansion of @t decorator (template defined at line 1)");
        assertThat(annotated.getLast().notes()).isEmpty();
    }
}
