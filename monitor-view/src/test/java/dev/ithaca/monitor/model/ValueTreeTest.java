package dev.ithaca.monitor.model;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static dev.ithaca.monitor.support.FakeValue.integer;
import static dev.ithaca.monitor.support.FakeValue.numbers;
import static dev.ithaca.monitor.support.FakeValue.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FakeProcess;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ValueView;
import dev.ithaca.vm.inspect.VariableView;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTreeTest {
    private static final long SECOND = 1_000_000_000L;
    private final FakeProcess looping = process(7).frame("loop", 14, variable("n", integer(1)), variable("all", numbers(250)));

    @Test void showsFramesAndVariablesAndOpensNothingElse() {
        ValueNode frame = variables(looping, TreeState.initial(), null, 0).roots().getFirst();
        assertThat(frame.label()).isEqualTo("loop");
        assertThat(frame.detail()).isEqualTo("main.nos:14");
        assertThat(frame.children()).extracting(ValueNode::label).containsExactly("n", "all");
        assertThat(frame.children()).extracting(ValueNode::text).containsExactly("1", "[250 items]");
        assertThat(frame.children().get(1).expandable()).isTrue();
        assertThat(frame.children().get(1).children()).isEmpty();
    }

    @Test void pagesTheChildrenOfABigValue() {
        String key = variables(looping, TreeState.initial(), null, 0).roots().getFirst().children().get(1).key();
        TreeState open = TreeState.initial().withExpanded(key, true);
        List<ValueNode> page = variables(looping, open, null, 0).roots().getFirst().children().get(1).children();
        assertThat(page).hasSize(101);
        assertThat(page.getLast().kind()).isEqualTo(ValueNode.Kind.MORE);
        assertThat(page.getLast().label()).isEqualTo("… 150 more");
        assertThat(page.getLast().key()).isEqualTo(key);
        TreeState more = open.withMore(key).withMore(key);
        assertThat(variables(looping, more, null, 0).roots().getFirst().children().get(1).children()).hasSize(250);
    }

    @Test void marksAChangedValueForAWhile() {
        ValueTree first = variables(looping, TreeState.initial(), null, 0);
        assertThat(first.roots().getFirst().children()).noneMatch(ValueNode::changed);
        FakeProcess changed = process(7).frame("loop", 14, variable("n", integer(2)), variable("all", numbers(250)));
        ValueTree second = variables(changed, TreeState.initial(), first, SECOND);
        assertThat(second.roots().getFirst().children()).extracting(ValueNode::changed).containsExactly(true, false);
        ValueTree soon = variables(changed, TreeState.initial(), second, 2 * SECOND);
        assertThat(soon.roots().getFirst().children().getFirst().changed()).isTrue();
        ValueTree later = variables(changed, TreeState.initial(), soon, 9 * SECOND);
        assertThat(later.roots().getFirst().children().getFirst().changed()).isFalse();
    }

    @Test void aCallOnTopLeavesTheKeysBelow() {
        String before = variables(looping, TreeState.initial(), null, 0).roots().getFirst().key();
        FakeProcess deeper = process(7).frame("inner", 3).frame("loop", 14);
        List<ValueNode> frames = variables(deeper, TreeState.initial(), null, 0).roots();
        assertThat(frames.get(1).key()).isEqualTo(before);
        assertThat(frames.getFirst().children()).singleElement().extracting(ValueNode::kind).isEqualTo(ValueNode.Kind.NOTE);
    }

    @Test void aCyclicValueIsReadOnlyWhereItIsOpen() {
        ValueView cyclic = new ValueView() {
            @Override public String type() { return "Node"; }
            @Override public String text() { return "Node(…)"; }
            @Override public int childCount() { return 1; }
            @Override public List<Child> children(int from, int to) { return List.of(new Child("next", this)); }
        };
        FakeProcess process = process(7).frame("f", 1, new VariableView("node", "Node", cyclic));
        ValueNode node = variables(process, TreeState.initial(), null, 0).roots().getFirst().children().getFirst();
        TreeState open = TreeState.initial().withExpanded(node.key(), true);
        ValueNode next = variables(process, open, null, 0).roots().getFirst().children().getFirst().children().getFirst();
        assertThat(next.label()).isEqualTo("next");
        assertThat(next.children()).isEmpty();
    }

    @Test void aMessageKeepsItsKeyWhenThoseBeforeItAreTaken() {
        var first = new MessageView(1, 50, integer(1));
        var second = new MessageView(1, 40, integer(2));
        ValueTree both = ValueTree.ofMailbox(process(7).mailbox(first, second).snapshot(), TreeState.initial(), null, 0);
        ValueTree one = ValueTree.ofMailbox(process(7).mailbox(second).snapshot(), TreeState.initial(), null, 0);
        assertThat(both.roots()).extracting(ValueNode::label).containsExactly("1", "2");
        assertThat(both.roots()).extracting(ValueNode::pid).containsExactly(1L, 1L);
        assertThat(one.roots().getFirst().key()).isEqualTo(both.roots().get(1).key());
    }

    private static ValueTree variables(FakeProcess process, TreeState state, ValueTree previous, long now) {
        return ValueTree.ofVariables(process.snapshot(), state, previous, now);
    }
}
