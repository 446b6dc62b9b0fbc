package dev.ithaca.vm.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static ParseResult parse(String text) { return Parser.parse(new SourceFile("t.nos", text)); }

    /** The printed body of the only function of a program that must parse. */
    private static String body(String expr) {
        ParseResult result = parse("f() = " + expr);
        assertThat(result.diagnostics()).isEmpty();
        return TreePrinter.print(((Item.Function) result.module().items().getFirst()).body());
    }

    private static List<String> errors(String text) {
        ParseResult result = parse(text);
        return result.diagnostics().stream().filter(Diagnostic::isError)
                .map(error -> result.module().file().line(error.span().start()) + ":"
                        + result.module().file().column(error.span().start()) + " " + error.message()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "f() = 1 g() = 2", "f(x) when x > 0 -> Int = x", "f[T: Eq + Hash, u](x: T, y = 2) -> T\n  =\n  x", "pub var x: Int = 3",
        "f(0) = 1\nf(n: Int) = n", "const A = 1", "mvar m: Map[String, Int] = %{}", "test \"adds\" = 1 + 1", "extern type T",
        "extern f(a: Int) -> Int from \"lib\"", "type A = B", "type A = | B", "type A = B | C(Int, [A])\n  | D{x: Int, private y: Int,}",
        "type A", "var type P[T] = {\n x: T,\n\n y: () -> T\n}", "reactive R = {n: Int}", "pub type F = (Int, a) -> Map[a, Int,]",
        "trait T: A, B\n  ==(self, o) -> Bool\n  show(self) = \"x\"\nend", "Int: Inc inc(self) = self + 1 end",
        "Box[T]: Show when T: Show\n  show(self) = \"b\"\nend", "(A, B): Pair end", "[T]: L end", "P: Eq\n  ==(a, b) = true\nend",
        "module M\n  pub f() = 1\n  module N\n  end\nend", "use a.b.*", "use a.{\n  b,\n  C as D,\n}", "use a.b as c",
        "template t(e) = quote { ~e + ~(e) }", "@log @gen(1, 2)\npub f(x) = x", "@gen pub type T = {a: Int}",
        "f() = items\n  .map(x => x)  # why\n\n  |> show", "f() = 1 +\n  2", "f(x) =\n  match x\n  {\n 1 -> 2 3 -> 4; | 5 -> var q = 3 }",
        "f() = try { 1 }\n catch { (\"E\", m) -> m }\n finally g()", "f() = { if c then x = 1 else if d then y = 2 else z.q = 3\n 4 }",
        "f() = receive { Msg(x) when x > 1 -> x after 10 * 2 -> 0 }", "f() = do a = 1 println(a)\n [b] = x end", "f() = { a: 1 }",
        "f() = id[Int](3).g[T](1)(2)[i, j]?", "f() = t.0.1.2", "f() = a.b.Point(1, y: 2,)", "f() = { to = 3; from = self; panic(to) }",
        "f() = for i = a to b { if i > 2 break i * 2 else continue }", "f() = while x < 3 { x += 1; y -= 2; z *= 3; w /= 4 }",
        "f() = spawn { 1 } + spawn_link(g) + spawn_monitor(() => 1)", "f() = ((a, b): (Int, Int), [h | t], _) -> Int => a",
        "f() = [a | t] => a", "f() = pid <- (1, %{\"a\": 1,}, #{1, 2,}, [1, 2 | r], [1..=3])", "f() = -2 ** -1", "f() = not a && !b",
        "f() = { {x, y}: P = p\n var {z} = p\n (1 | 2): Int = 3\n E(a, _) = e\n Q(r: s) = e }",
        "f({x, y: [_, \"a\" | t]}, C{p, q: 2}, %{^k: v, 'c': w}, #{1, ^z}, -3, 1..5, -2..=0x1F, D(m: n)) = x",
        "f() = { g(0) = 1; g(n: Int, k = 2, [h | t]) -> Int = n; a[i].b[j] = 3 }", "", "\n# only a comment", "f() = ()"})
    void accepts(String program) { assertThat(errors(program)).isEmpty(); }

    @ParameterizedTest
    @ValueSource(strings = {
        "f() = a\n  + b", "f() = (1\n + 2)", "f() = (a,)", "f() = [1, 2,]", "f() = g(1,)", "f(a,) = 1", "f(a,\n b) = 1", "f () when = 1",
        "f() -> Int when x = 1", "f() = x = y = 3", "f() = y = (x = 6)", "f() = { g() h() }", "f() = P{x: 1}", "f() = throw v",
        "f() = match x { }", "f() = catch { }", "f() = x\n?", "f() = x @ p", "f() = (e : T)", "f() = m.from", "f() = M.from",
        "import a", "let x = 1", "type T =", "type t = Int", "type T = {x: Int y: Int}", "reactive type T = {}", "pub\nf() = 1",
        "f()\n-> Int = 1", "use a", "use lib.to.*", "x =\n  -5", "f(); g()", "f() = a <- b <- c", "f() = [1, 2 |]", "f() = 1..5",
        "f() = { a + b = 3 }", "f() = { g().h() = 3 }", "f() = { x -> Int = 3 }", "#{}", "f() = { while c x = 1 }", "f(-1.5) = 1", "f() = spawn g()", "m: 3"})
    void rejects(String program) { assertThat(errors(program)).isNotEmpty(); }

    @Test
    void operatorsGroupByPrecedence() {
        assertThat(body("2 ** 3 ** 2")).isEqualTo("2 ** 3 ** 2");
        assertThat(body("2 ** (3 ** 2)")).isEqualTo("2 ** (3 ** 2)");
        assertThat(body("-2 ** 2")).isEqualTo("(-2) ** 2");
        assertThat(body("1 + 2 * 3 - 4")).isEqualTo("(1 + (2 * 3)) - 4");
        assertThat(body("1 :: 2 :: xs ++ ys")).isEqualTo("(1 :: 2 :: xs) ++ ys");
        assertThat(body("a || b && c == d ++ e")).isEqualTo("a || (b && (c == (d ++ e)))");
        assertThat(body("x |> f(1) |> g <- m")).isEqualTo("(x |> f(1) |> g) <- m");
        assertThat(body("not a && !b")).isEqualTo("(!a) && (!b)");
    }

    @Test
    void trailingBodiesTakeEverythingToTheirRight() {
        assertThat(body("x => x + 1 |> f")).isEqualTo("(x) => ((x + 1) |> f)");
        assertThat(body("if c then a else b + 1")).isEqualTo("if c then a else (b + 1)");
        assertThat(body("a + x => x")).isEqualTo("a + ((x) => x)");
        assertThat(body("match v { 1 -> 2 }.size()")).isEqualTo("(match v {\n  1 -> 2\n}).size()");
    }

    @Test
    void bracketsAfterANewlineStartAStatement() {
        assertThat(body("{ f\n(1)\ng (2)\na\n[0] }")).isEqualTo("{\n  f\n  1\n  g(2)\n  a\n  [0]\n}");
    }

    @Test
    void compoundAssignmentEvaluatesItsPlaceOnce() {
        assertThat(body("{ x += 1 }")).isEqualTo("{\n  x = x + 1\n}");
        assertThat(body("{ a.b[i] *= 2 }")).isEqualTo("{\n  a.b[i] = a.b[i] * 2\n}");
        assertThat(body("{ a[g()] -= 2 }").lines().count()).isEqualTo(6);
    }

    @Test
    void conditionalAssignmentBecomesAnIf() {
        assertThat(body("{ if c then x = 1 else if d then y = 2 else z = 3 }").replaceAll("\\s+", " "))
                .isEqualTo("{ if c then { x = 1 } else if d then { y = 2 } else { z = 3 } }");
    }

    @Test
    void interpolationsAreExpressionsOrStayText() {
        assertThat(body("\"a ${1 + x} ${\"n${\"q\"}y\"}\"")).contains("${1 + x}");
        ParseResult result = parse("f() = \"${1 +} ${} $x {y} ${x}\"");
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.diagnostics()).extracting(Diagnostic::severity)
                .containsExactly(Diagnostic.Severity.WARNING, Diagnostic.Severity.WARNING);
        assertThat(Structure.of(result.module().items().getFirst()))
                .contains("Interpolation([StringLit(\"${1 +} ${} $x {y} \" ) Variable(\"x\" )");
    }

    @Test
    void spansInsideInterpolationsPointIntoTheFile() {
        String text = "f() = \"é\\n${a + bcd}\"";
        Item.Function function = (Item.Function) parse(text).module().items().getFirst();
        Expr.Binary sum = (Expr.Binary) ((Expr.Interpolation) function.body()).parts().getLast();
        assertThat(text.substring(sum.right().span().start(), sum.right().span().end())).isEqualTo("bcd");
        assertThat(text.substring(sum.span().start(), sum.span().end())).isEqualTo("a + bcd");
    }

    @Test
    void documentationIsTheCommentBlockAbove() {
        ParseResult result = parse("# other\nx = 1\n# Adds.\n## twice\n\npub f() = 1\n#* no *#\ng() = 2");
        assertThat(result.module().items().subList(1, 3)).extracting(item -> ((Item.Function) item).doc())
                .containsExactly("Adds.\n# twice", null);
    }

    @Test
    void oneMistakeDoesNotHideTheNext() {
        assertThat(errors("""
                main() = {
                  y = = 2
                  g(x => { let k = 1
                    ok() })
                  match y {
                    1 => 2
                    _ -> a[
                  }
                }
                bad( = 3
                type P = {x Int}
                good() = 7
                """)).containsExactly(
                "2:7 unexpected `=` (expected expression or statement)",
                "3:16 unexpected `k` (expected expression or statement)",
                "6:7 expected one of `when`, `->`, `|`, found `=>`",
                "8:3 unexpected `}` (expected expression or statement)",
                "10:6 unexpected `=` (expected expression or statement)",
                "11:13 expected `:`, found `Int`");
    }

    @Test
    void everyUnclosedBracketIsBlamed() {
        List<Diagnostic> found = parse("f() = {\ng() = {\n  (1 2\n}\nh() = 1\n").diagnostics();
        assertThat(found).flatExtracting(Diagnostic::labels).extracting(label -> label.span().start()).containsExactly(6, 18);
        assertThat(found).allMatch(error -> error.help().startsWith("make sure all brackets"));
    }

    @Test
    void treesKeepWhatParses() {
        ParseResult result = parse("a() = {\n  x = (1\n  y = 2\n\nb() = 3\nS: T\n  m(self) = +\n  n(self) = 1\nend\nc() = 4\n");
        assertThat(result.module().items()).extracting(item -> item.getClass().getSimpleName())
                .containsExactly("Function", "Function", "TraitImpl", "Function", "Function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "f(", "x => ", "if a then ", "-", "\"${", "match x { a -> ", "1 + ", "f[a](", "%{1: ", "[x|", "do "})
    void hostileNestingEndsInAnError(String piece) {
        assertThat(errors("f() = " + piece.repeat(20_000))).isNotEmpty();
    }

    @Test
    void manyWarningsDoNotHideAnError() {
        assertThat(errors("f() = \"${ }\"\n".repeat(500) + "g() = +\n")).hasSize(1);
    }

    @Test
    void longElseIfChainsAreNotNesting() {
        assertThat(errors("f(x) = " + "if x then 1 else ".repeat(2000) + "2")).isEmpty();
    }
}
