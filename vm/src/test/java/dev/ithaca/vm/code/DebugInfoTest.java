package dev.ithaca.vm.code;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is visible and what is live at a call. */
class DebugInfoTest {
    private final Local n = local("n", INT);
    private final FunctionInstance other = function("other", INT, List.of(n), get(n));

    private static List<String> visible(FunctionCode code, int block, int index) {
        return code.debug().variables().stream().filter(v -> v.ranges().stream()
                .anyMatch(r -> r.block() == block && r.from() <= index && index < r.to())).map(DebugInfo.Variable::name).toList();
    }

    private static int indexOfCall(Block block, int nth) {
        return Stream.iterate(0, i -> i + 1).limit(block.body().size())
                .filter(i -> block.body().get(i) instanceof Instruction.Call).skip(nth).findFirst().orElseThrow();
    }

    @Test void variablesAreVisibleFromTheirBindingToTheEndOfTheirScope() {
        Local p = local("p", INT);
        Local x = local("x", INT);
        Local inner = local("inner", INT);
        Local hidden = new Local("$t", INT, false, true);
        FunctionCode code = new Lowering().lower(function("f", INT, List.of(p), block(
                bind(hidden, num(1)),
                bind(x, call(other, get(p))),
                block(bind(inner, call(other, get(x))), add(call(other, get(inner)), num(1))),
                add(call(other, get(hidden)), num(1)))));
        Block block = code.blocks().getFirst();

        assertThat(visible(code, 0, indexOfCall(block, 0))).containsExactly("p");
        assertThat(visible(code, 0, indexOfCall(block, 1))).containsExactly("p", "x");
        assertThat(visible(code, 0, indexOfCall(block, 2))).containsExactly("p", "x", "inner");
        assertThat(visible(code, 0, indexOfCall(block, 3))).containsExactly("p", "x");
    }

    @Test void onlyWhatIsNeededLaterIsLiveAfterACall() {
        Local p = local("p", INT);
        Local q = local("q", INT);
        FunctionCode code = new Lowering().lower(function("f", INT, List.of(p, q),
                add(call(other, get(p)), get(q))));
        Block block = code.blocks().getFirst();

        assertThat(Liveness.of(code).liveAfter(0, indexOfCall(block, 0)).stream().toArray())
                .containsExactly(code.params().get(1).index());
    }

    @Test void whatTheHandlerNeedsIsLiveInTheRegion() {
        Local p = local("p", INT);
        Local e = local("e", DYN);
        FunctionCode code = new Lowering().lower(function("f", INT, List.of(p),
                new Core.Try(call(other, num(1)), e, get(p), null, INT, AT)));
        Block region = code.blocks().stream().filter(b -> b.handler() >= 0).findFirst().orElseThrow();

        assertThat(Liveness.of(code).liveAfter(region.number(), indexOfCall(region, 0)).get(code.params().getFirst().index()))
                .isTrue();
    }

    @Test void loopVariablesAreLiveAroundTheBackEdge() {
        Local i = local("i", INT);
        Local sum = var("sum", INT);
        FunctionCode code = new Lowering().lower(function("f", INT, List.of(), block(bind(sum, num(0)),
                forTo(i, num(0), num(3), set(sum, add(get(sum), call(other, get(i))))), get(sum))));
        Block body = code.blocks().stream().filter(b -> b.body().stream().anyMatch(Instruction.Call.class::isInstance))
                .findFirst().orElseThrow();

        assertThat(visible(code, body.number(), indexOfCall(body, 0))).containsExactly("sum", "i");
        assertThat(Liveness.of(code).liveAfter(body.number(), indexOfCall(body, 0)).cardinality()).isEqualTo(3);
    }
}
