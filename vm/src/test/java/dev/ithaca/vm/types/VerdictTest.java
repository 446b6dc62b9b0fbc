package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small programs and what the checker says of each (chapter 2). A row is {@code program => ok} or
 * {@code program => part of the error}; {@code ;;} separates lines, a program without {@code main} is the body of one.
 */
class VerdictTest {
    private static Stream<String> rows(String table) {
        return Arrays.stream(table.split("\n")).map(String::strip).filter(row -> !row.isEmpty());
    }

    static Stream<String> operators() {
        return rows("""
                1 + 2.5 => ok
                2n + 1 => ok
                2 ** 0.5 => ok
                127i8 + 1i8 => ok
                1 == 1.0 => expected `Int`, found `Float`
                1i8 + 2 => expected `Int8`, found `Int`
                2n + 1.5 => expected `BigInt`, found `Float`
                1.5d + 2 => expected `Decimal`, found `Int`
                'a' < 'b' && "a" <= "a" && (1,2) < (1,3) => ok
                "a" == 'a' => expected `String`, found `Char`
                [1, 2] ++ ["a"] => ok
                [1, 2.5] => expected `Int`, found `Float`
                (1, 2) == (1, 2, 3) => ok
                %{[1]: "x"} => List[Int] does not implement Hash
                toFloat(3) + 1 => expected `Float`, found `Int`
                1 + "a" => expected `Int`, found `String`
                "a" + 1 => String does not implement Num
                true + 5 => Bool does not implement Num
                -true => Bool does not implement Num
                'a' + 1 => Char does not implement Num
                [1] + [2] => does not implement Num
                Some(1) + 1 => Option[Int] does not implement Num
                "a" ++ 1 => Int does not implement Concat
                1 ++ "a" => Int does not implement Concat
                [1] ++ 3 => Int does not implement Concat
                (1,2) ++ (3,4) => (Int, Int) does not implement Concat
                "a" ++ 'b' => Char does not implement Concat
                [1] ++ "a" => mismatched types in list: expected `List[Int]`, found `String`
                true < false => Bool does not implement Ord
                () < () => () does not implement Ord
                [1] < [2] => does not implement Ord
                (1, [1]) < (1, [2]) => (Int, List[Int]) does not implement Ord
                (x => x) == (y => y) => (a) -> a does not implement Eq
                1 && true => expected `Int`, found `Bool`
                !1 => expected `Int`, found `Bool`
                if 1 then 2 else 3 => expected `Int`, found `Bool`
                1 == "1" => expected `Int`, found `String`
                [1] == ["a"] => expected `Int`, found `String`
                [1, 2].sum() / 2.0 => type mismatch
                _ + 1 => Wildcard '_' is only valid in pattern contexts
                """);
    }

    static Stream<String> inference() {
        return rows("""
                twice(f, x) = f(f(x)) ;; main() = (twice(n => n + 1, 0), twice(s => s ++ "!", "a")) => ok
                main() = { i = x => x ;; (i(1), i("a")) } => ok
                main() = { var i = x => x ;; i(1) ;; i("a") } => type mismatch
                use2(g) = (g(1), g("a")) ;; main() = use2(x => x) => type mismatch
                mk() = x => x ;; main() = { f = mk() ;; (f(1), f("a")) } => ok
                main() = { t = (x => x, 1) ;; (t.0(1), t.0("a")) } => type mismatch
                main() = { e = [] ;; (e ++ [1], e ++ ["s"]) } => ok
                main() = { e = [] ;; (e.push(1), e.push("s")) } => type mismatch
                sq(x) = x * x ;; main() = (sq(3), sq(1.5)) => ok
                sq(x) = x * x ;; main() = sq("a") => String does not implement Num
                inc(x) = x + 1 ;; main() = inc(1.5) => expected `Int`, found `Float`
                lt(a, b) = a < b ;; main() = lt(true, false) => Bool does not implement Ord
                same(a, b) = a == b ;; main() = same(1, "a") => parameters 1 and 2 must have the same type, but used as Int and String
                bang(s) = s ++ "!" ;; main() = bang(5) => Int does not implement Concat
                type P = { name: String } ;; type Q = { name: Int } ;; nm(r) = r.name ;; main() = (nm(P("a")), nm(Q(5))) => ok
                type Q = { n: Int } ;; nm(r) = r.name ;; main() = nm(Q(5)) => Type Q has no field name
                len2(v) = v.length() ;; main() = (len2([1]), len2("ab")) => ok
                len2(v) = v.length() ;; main() = len2(5) => Type Int has no method length
                f(x) = x(x) ;; main() = 1 => cannot unify a type with a type containing itself
                pick(c) = if c then 1 else "a" ;; main() = 1 => expected `Int`, found `String`
                main() = { x = 1 + true ;; 5 } => expected `Int`, found `Bool`
                f(x) = { if x > 0 { return "a" } ;; 5 } ;; main() = f(1) => type mismatch
                main() = try { 42 } catch { _ -> "e" } => ok
                main() = { while true { break 5 } } => ok
                f() -> Int = { x = 5 } ;; main() = f() => expected `Int`, found `()`
                dbl[T: Num](x: T) -> T = x * 2 ;; main() = dbl(1.5) => ok
                cmp[T: Ord](x: T, y: T) -> Bool = x < y ;; main() = cmp(x => x, y => y) => does not implement Ord
                g[T](x: T) -> Int = x + 1 ;; main() = g(1) => ok
                half(n: Float) = n / 2 ;; main() = half(3) => expected `Float`, found `Int`
                dbl(xs) = xs.map(x => x * 2) ;; main() = dbl([1.5]) => ok
                main() = [1.5].map(x => x * 2) => type mismatch
                f(x: Int, y: Float) = x * y ;; main() = f(2, 1.5) => ok
                mean(a: Float, b: Float) = (a + b) / 2 ;; main() = mean(1.0, 2.0) => ok
                even(n) = if n == 0 then true else odd(n - 1) ;; odd(n) = if n == 0 then false else even(n - 1) ;; main() = even(4) => ok
                main() = { fac = n => if n < 2 then 1 else n * fac(n - 1) ;; fac(5) } => ok
                main() = { n = None ;; a: Option[Int] = n ;; b: Option[String] = n ;; 1 } => type mismatch
                bad() = 1 + "a" ;; main() = 1 => type mismatch
                f(x) = x.nope() ;; main() = 1 => ok
                up(s) = s.toUpper() ;; main() = up(5) => expected `String`, found `Int`
                f(x = 1) = x ;; main() = f("a") => type mismatch
                main() = nope + 1 => unknown variable `nope`
                main() = { counter = 1 ;; countr } => cannot find value `countr` in this scope
                f(x: Nope) = 1 ;; main() = 1 => unknown type `Nope`
                """);
    }

    static Stream<String> callsAndTraits() {
        return rows("""
                f(a, b = 3) = a - b ;; main() = (f(1), f(b: 1, a: 9)) => ok
                f(a, b) = a ;; main() = f(1) => Wrong number of arguments: expected 2, found 1
                f(a, b) = a ;; main() = f(1, c: 2) => unknown named argument 'c'; valid parameter names are: a, b
                f(a, b) = a ;; main() = f(a: 1, a: 2) => duplicate named argument 'a'
                f(a: Int) = "i" ;; f(a: String) = "s" ;; main() = (f(1), "x".f()) => ok
                f(a: Int) = "i" ;; f(a: String) = "s" ;; main() = f(true) => type mismatch
                f(a: Int) = "i" ;; f(a) = "any" ;; main() = (f(1), f('c')) => ok
                5.foo() => no method `foo` found for type `Int`
                "a".toUper() => did you mean: toUpper?
                "ab".map(c => c) => Type String has no method map
                [1].size() => no method `size` found for type `List[Int]`
                trait T1 ;; go(self) -> Int ;; end ;; type A = { v: Int } ;; A: T1 ;; end ;; main() = 1 => does not implement method `go` required by trait `T1`
                trait T1 ;; go(self) -> Int ;; end ;; f[X: T1](x: X) -> Int = x.go() ;; main() = f("s") => String does not implement T1
                type A = { v: Int } ;; A: Nope ;; x(self) = 1 ;; end ;; main() = 1 => unknown trait `Nope`
                trait B ;; b(self) -> Int ;; end ;; trait C: B ;; c(self) -> Int ;; end ;; type A = { v: Int } ;; A: C ;; c(self) = 1 ;; end ;; main() = 1 => must implement supertrait `B` before implementing `C`
                [true, false].sort() => Bool does not implement Ord
                type C = R | G ;; main() = (R < G, [G, R].sort()) => ok
                map(x) = 1 ;; main() = 1 => Function 'map' shadows built-in function 'map'
                count(x) = 1 ;; main() = 1 => shadows standard library function 'stdlib.list.count'
                main() = { map = 5 ;; map + 1 } => ok
                [1].filter(x => x) => expected (Int) -> Bool, found (Int) -> Int
                [1].map(5) => expected function, found Int
                [1].zip(5) => expected List, found Int
                [1].unzip() => expected List of tuples, found List[Int]
                [1].contains("a") => Int
                [1].push("a") => expected `Int`, found `String`
                length(5) => expected List, String, Tuple, or Array, found Int
                length(%{"a": 1}) => use .size() for Map
                Nope.foo(1) => unknown type `Nope`
                String.nope("a") => unknown function `String.nope`
                """);
    }

    static Stream<String> dataAndBindings() {
        return rows("""
                type P = { x: Int, y: Int } ;; main() = P(x: 1) => Missing field: y
                type P = { x: Int, y: Int } ;; main() = P(1) => Missing field: y
                type P = { x: Int, y: Int } ;; main() = P(1, 2, 3) => Wrong number of arguments: expected 2, found 3
                type P = { x: Int, y: Int } ;; main() = P(1, "a") => expected `Int`, found `String`
                type P = { x: Int, y: Int } ;; main() = P(P(1, 2), y: 5) => ok
                type P = { x: Int, y: Int } ;; main() = P(1, 2).z => Type P has no field z
                type S = A | B(Int) ;; main() = match A { A(x) -> 1, B(_) -> 2 } => Wrong number of arguments: expected 0, found 1
                match 1 { Nope -> 1 } => Unknown constructor: Nope
                type C = R | G | B ;; main() = match R { R -> 1, G -> 2 } => non-exhaustive patterns: `B` not covered
                match Some(1) { Some(x) -> x } => non-exhaustive patterns: `None` not covered
                match true { true -> 1 } => non-exhaustive patterns: false not covered
                match 5 { 1 -> 1 } => ok
                type C = R | G ;; f(R) = 1 ;; main() = f(G) => ok
                main() = { x = 1 ;; x = 2 ;; x } => cannot reassign immutable variable 'x'
                main() = { x = 1 ;; f = () => { x = 5 ;; x } ;; f() } => ok
                main() = { var x = 1 ;; x = "a" ;; x } => expected Int, found String
                main() = { x: Float = 3 ;; x } => expected Float, found Int
                main() = { break ;; 1 } => break outside of loop
                (1, 2).5 => Type (Int, Int) has no field 5
                mvar c: Int = 5 ;; f() = if c > 0 then { c = 0 } else () ;; main() = f() => reads mvar `c` and later writes it
                mvar c: Int = 5 ;; f() = if c > 0 then { c = c - 1 } else () ;; main() = { f() ;; c } => ok
                const K = 1 + 2 ;; main() = K => const value must be a literal
                type R = { m: Map } ;; main() = 1 => Generic type `Map` requires type parameters
                f[T](x: T) = x ;; main() = f[Int, Int](1) => expects 1 type parameter [T], but 2 were provided
                match [1] { (a, b) -> 1 } => Cannot unify types
                """);
    }

    @ParameterizedTest @MethodSource({"operators", "inference", "callsAndTraits", "dataAndBindings"})
    void verdict(String row) {
        int arrow = row.lastIndexOf(" => ");
        String program = row.substring(0, arrow).replace(";;", "\n");
        if (!program.contains("main()")) program = "main() = " + program;
        String expected = row.substring(arrow + 4).strip();
        var errors = Programs.errors(program);
        if (expected.equals("ok")) assertThat(errors).isEmpty();
        else assertThat(errors).anySatisfy(e -> assertThat(e).contains(expected));
    }
}
