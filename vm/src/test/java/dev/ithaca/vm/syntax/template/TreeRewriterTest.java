package dev.ithaca.vm.syntax.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TreePrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of whole programs, which between them use the whole language. */
class TreeRewriterTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/golden");

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".nos")).filter(file -> !file.toString().contains("templates"))
                    .toList().stream();
        }
    }

    private static ModuleTree parse(Path program) throws IOException {
        return Parser.parse(new SourceFile(program.toString(), Files.readString(program))).module();
    }

    @ParameterizedTest @MethodSource("programs")
    void aCopyIsEqualToTheOriginal(Path program) throws IOException {
        for (Item item : parse(program).items()) assertThat(new TreeRewriter().item(item)).isEqualTo(item).isNotSameAs(item);
    }

    @ParameterizedTest @MethodSource("programs")
    void everyBodyCanBeQuoted(Path program) throws IOException {
        // a body that is wrong on purpose may be wrong in a quote, too
        assumeFalse(Files.readString(program).contains("# expect_error:"));
        ModuleTree module = parse(program);
        Span at = Span.NONE;
        for (Item item : module.items()) {
            if (!(item instanceof Item.Function f)) continue;
            Item template = new Item.Template(function("quoted__", new Expr.Quote(f.body(), at)), at);
            Item user = function("user__", new Expr.Call(new Expr.Variable("quoted__", at), List.of(), List.of(), at));
            // forms such as Html(...) are expanded in a quote as they are outside of one
            Item plain = function("plain__", f.body());
            Expansion expansion = TemplateExpander.expand(List.of(new ModuleTree(module.file(), List.of(template, user, plain))));
            assertThat(expansion.diagnostics()).isEmpty();
            List<Item> expanded = expansion.modules().getFirst().items();
            assertThat(expanded).hasSize(2);
            assertThat(text(expanded.getFirst())).isEqualTo(text(expanded.getLast()));
        }
    }

    private static String text(Item function) { return singleStatement(TreePrinter.print(((Item.Function) function).body())); }

    /** A quoted block with one expression is that expression. */
    private static String singleStatement(String code) {
        return code.replaceAll("[{}]|\\bdo\\b|\\bend\\b", " ").replaceAll("\\s+", " ").strip();
    }

    private static Item.Function function(String name, Expr body) {
        return new Item.Function(false, new Name(name, Span.NONE), List.of(), List.of(), null, null, body, List.of(), null, Span.NONE);
    }
}
