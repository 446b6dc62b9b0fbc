package dev.ithaca.vm.code;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import dev.ithaca.vm.types.Local;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random control flow must do the same as register code as when the tree is evaluated directly. */
class LoweringFuzzTest {
    /** Makes expressions of type Int that assign shared variables and leave in all ways. */
    private static final class Generator {
        private final Random random;
        private final List<Local> variables;
        private int loops;

        Generator(Random random, List<Local> variables) {
            this.random = random;
            this.variables = new ArrayList<>(variables);
        }

        private Local assigned() { return variables.get(random.nextInt(3)); }

        private Local variable() { return variables.get(random.nextInt(variables.size())); }

        Core number(int depth) {
            if (depth <= 0) return random.nextBoolean() ? num(random.nextInt(4)) : get(variable());
            return switch (random.nextInt(loops > 0 ? 13 : 11)) {
                case 0 -> add(number(depth - 1), number(depth - 1));
                case 1 -> div(number(depth - 1), number(depth - 1));
                case 2 -> cond(condition(depth - 1), number(depth - 1), number(depth - 1));
                case 3 -> block(set(assigned(), number(depth - 1)), number(depth - 1));
                case 4 -> new Core.Try(number(depth - 1), local("e", DYN), number(depth - 1), null, INT, AT);
                case 5 -> new Core.Try(number(depth - 1), null, null, set(assigned(), number(depth - 1)), INT, AT);
                case 6 -> new Core.Try(number(depth - 1), local("e", DYN), number(depth - 1), number(depth - 1), INT, AT);
                case 7 -> match(depth);
                case 8 -> loop(depth);
                case 9 -> random.nextInt(3) == 0 ? new Core.Return(number(depth - 1), INT, AT) : number(depth - 1);
                case 10 -> block(set(assigned(), number(depth - 1)), apply(INT, lambda(INT, List.of(), lambdaBody(depth))));
                case 11 -> new Core.Break(random.nextBoolean() ? number(depth - 1) : null, INT, AT);
                default -> new Core.Continue(INT, AT);
            };
        }

        private Core lambdaBody(int depth) {
            int outer = loops;
            loops = 0;
            Core body = number(depth - 1);
            loops = outer;
            return body;
        }

        private Core match(int depth) {
            Local bound = local("m", INT);
            Core subject = number(depth - 1);
            Core first = number(depth - 1);
            variables.add(bound);
            Core guarded = number(depth - 1);
            Core guard = condition(depth - 1);
            variables.removeLast();
            CorePattern either = new CorePattern.Or(List.of(lit(2L, INT), lit(3L, INT)), INT);
            return CoreDsl.match(INT, subject, arm(lit(1L, INT), first), arm(as(bound), guard, guarded),
                    arm(either, number(depth - 1)), arm(any(INT), number(depth - 1)));
        }

        private Core loop(int depth) {
            Local i = local("i", INT);
            Core high = num(1 + random.nextInt(3));
            loops++;
            variables.add(i);
            Core body = number(depth - 1);
            variables.remove(i);
            loops--;
            return block(new Core.For(i, num(0), high, body, DYN, AT), number(depth - 2));
        }

        private Core condition(int depth) {
            if (depth <= 0) return lt(get(variable()), num(random.nextInt(4)));
            return switch (random.nextInt(4)) {
                case 0 -> and(condition(depth - 1), condition(depth - 1));
                case 1 -> or(condition(depth - 1), condition(depth - 1));
                case 2 -> not(condition(depth - 1));
                default -> lt(number(depth - 1), number(depth - 1));
            };
        }
    }

    /** Evaluates the subset above by the definition of each form. */
    private static final class Evaluator {
        private enum Leaving { BREAK, CONTINUE, RETURN, ERROR }

        private static final class Leave extends RuntimeException {
            private static final long serialVersionUID = 1L;
            final Leaving how;
            final transient Object value;

            Leave(Leaving how, Object value) {
                super(null, null, false, false);
                this.how = how;
                this.value = value;
            }
        }

        private final Map<Local, Object> values = new HashMap<>();

        Object function(Core body) {
            try {
                return eval(body);
            } catch (Leave leave) {
                if (leave.how == Leaving.RETURN) return leave.value;
                throw leave;
            }
        }

        private Object eval(Core e) {
            return switch (e) {
                case Core.Const c -> c.value();
                case Core.LocalGet g -> values.get(g.local());
                case Core.LocalSet s -> values.put(s.local(), eval(s.value()));
                case Core.Bind b -> values.put(b.local(), eval(b.value()));
                case Core.Block b -> {
                    Object last = null;
                    for (Core part : b.body()) last = eval(part);
                    yield last;
                }
                case Core.Arithmetic a -> {
                    long left = (Long) eval(a.left());
                    long right = (Long) eval(a.right());
                    if (a.op() == BinaryOp.ADD) yield left + right;
                    if (right == 0) throw new Leave(Leaving.ERROR, null);
                    yield left / right;
                }
                case Core.Compare c -> {
                    long left = (Long) eval(c.left());
                    yield left < (Long) eval(c.right());
                }
                case Core.And a -> (Boolean) eval(a.left()) && (Boolean) eval(a.right());
                case Core.Or o -> (Boolean) eval(o.left()) || (Boolean) eval(o.right());
                case Core.Not n -> !(Boolean) eval(n.value());
                case Core.If i -> eval((Boolean) eval(i.condition()) ? i.then() : i.otherwise());
                case Core.Match m -> match(m, eval(m.subjects().getFirst()));
                case Core.For f -> loop(f);
                case Core.Break b -> throw new Leave(Leaving.BREAK, b.value() == null ? null : eval(b.value()));
                case Core.Continue _ -> throw new Leave(Leaving.CONTINUE, null);
                case Core.Return r -> throw new Leave(Leaving.RETURN, eval(r.value()));
                case Core.CallValue c -> function(((Core.Lambda) c.function()).body());
                case Core.Try t -> attempt(t);
                default -> throw new IllegalArgumentException(e.toString());
            };
        }

        private Object match(Core.Match m, Object subject) {
            for (Core.Arm arm : m.arms()) {
                if (fits(arm.patterns().getFirst(), subject) && (arm.guard() == null || (Boolean) eval(arm.guard()))) {
                    return eval(arm.body());
                }
            }
            throw new IllegalStateException("the last arm takes everything");
        }

        private boolean fits(CorePattern pattern, Object subject) {
            return switch (pattern) {
                case CorePattern.Literal l -> l.value().equals(subject);
                case CorePattern.Or o -> o.alternatives().stream().anyMatch(p -> fits(p, subject));
                case CorePattern.Bind b -> {
                    values.put(b.local(), subject);
                    yield true;
                }
                default -> true;
            };
        }

        private Object loop(Core.For f) {
            long high = (Long) eval(f.high());
            for (long i = (Long) eval(f.low()); i < high; i++) {
                values.put(f.variable(), i);
                try {
                    eval(f.body());
                } catch (Leave leave) {
                    if (leave.how == Leaving.BREAK) return leave.value;
                    if (leave.how != Leaving.CONTINUE) throw leave;
                }
            }
            return null;
        }

        private Object attempt(Core.Try t) {
            Object result;
            try {
                result = t.handler() == null ? eval(t.body()) : handled(t);
            } catch (Leave leave) {
                if (t.cleanup() != null) eval(t.cleanup());
                throw leave;
            }
            if (t.cleanup() != null) eval(t.cleanup());
            return result;
        }

        private Object handled(Core.Try t) {
            try {
                return eval(t.body());
            } catch (Leave leave) {
                if (leave.how != Leaving.ERROR) throw leave;
                return eval(t.handler());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void registerCodeDoesWhatTheTreeSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            List<Local> variables = List.of(var("a", INT), var("b", INT), var("c", INT));
            Core expression = new Generator(random, variables).number(6);
            List<Core> all = new ArrayList<>();
            for (int i = 0; i < variables.size(); i++) all.add(bind(variables.get(i), num(i)));
            all.add(new Core.Try(expression, local("e", DYN), num(-1), null, INT, AT));
            Core body = block(all.toArray(Core[]::new));
            Object expected = new Evaluator().function(body);

            assertThat(new RegisterMachine().run(function("f", INT, List.of(), body))).as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
        }
    }
}
