package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.ValueNode;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Expressions evaluated with the variables of a process, as the user sees it. */
@ExtendWith(ApplicationExtension.class)
class EvaluateTest extends RealMachineFixture {
    private static final String SHOP = """
            type Item = { name: String, price: Int }
            basket(items: List[Item], limit: Int) -> Int = receive { "pay" -> limit }
            customer(money: Int) -> Int = 1 + basket([Item("tea", 3), Item("cake", 5)], money * 2)
            main() = {
                spawn { customer(40) }
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;

    @Start void start(Stage given) { show(given); }

    private void openShop() throws Exception {
        open(SHOP);
        waitUntil(() -> sample().alive() == 2 && rowOf("basket") >= 0);
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> monitor.lookup(".details-tabs") != null);
        waitUntil(() -> texts("variables").contains("limit"));
    }

    @SuppressWarnings("unchecked")
    private TreeTableView<ValueNode> results() { return (TreeTableView<ValueNode>) monitor.lookup("#evaluation-results"); }

    private String asked() { return ((Label) monitor.lookup("#monitor-prompt .label")).getText(); }

    private boolean asking() { return monitor.lookup("#monitor-prompt").isVisible(); }

    @Test void theValueStandsBelowTheDetailsAsATree() throws Exception {
        openShop();
        assertThat(get(() -> monitor.lookup("#evaluations").isVisible())).isFalse();
        action("evaluate");
        waitUntil(this::asking);
        assertThat(get(this::asked)).isEqualTo("Evaluate in <2>");
        assertThat(get(() -> text("#prompt-problem"))).endsWith("basket: items, limit");
        answer("items.filter(i => i.price * 10 < limit)");
        waitUntil(() -> monitor.lookup("#evaluations").isVisible() && !asking());
        ValueNode row = get(() -> results().getTreeItem(0).getValue());
        assertThat(row.label()).isEqualTo("items.filter(i => i.price * 10 < limit)");
        assertThat(row.text()).contains("tea").contains("cake");
        assertThat(row.detail()).isEqualTo("<2>");
        run(() -> results().getTreeItem(0).setExpanded(true));
        waitUntil(() -> results().getExpandedItemCount() == 3);

        action("evaluate");
        answer("limit + 1");
        waitUntil(() -> results().getTreeItem(0).getValue().text().equals("81"));
        assertThat(get(() -> results().getTreeItem(1).getValue().label())).startsWith("items.filter");
        click("#evaluations-close");
        waitUntil(() -> !monitor.lookup("#evaluations").isVisible());
    }

    @Test void theCallChosenAmongTheVariablesIsTheOneMeant() throws Exception {
        openShop();
        TreeTableView<ValueNode> variables = selectVariable("money");
        assertThat(get(() -> variables.getSelectionModel().getSelectedItem()).getParent()).extracting(TreeItem::getValue).extracting(ValueNode::label).isEqualTo("customer");
        action("evaluate");
        waitUntil(this::asking);
        assertThat(get(() -> text("#prompt-problem"))).endsWith("customer: money");
        answer("money / 4");
        waitUntil(() -> results().getExpandedItemCount() == 1 && results().getTreeItem(0).getValue().text().equals("10"));
    }

    @Test void aMistakeIsToldWhereItWasTyped() throws Exception {
        openShop();
        action("evaluate");
        answer("limit ++ items");
        waitUntil(() -> asking() && !text("#prompt-problem").contains("items, limit") && !text("#prompt-problem").startsWith("checking"));
        assertThat(get(() -> text("#prompt-problem"))).isNotBlank();
        assertThat(get(() -> monitor.lookup("#evaluations").isVisible())).isFalse();
        answer("limit");
        waitUntil(() -> results().getExpandedItemCount() == 1);
    }

    @Test void theDeadCanBeAskedToo() throws Exception {
        openShop();
        action("kill-now");
        waitUntil(() -> sample().alive() == 1);
        waitUntil(() -> text("#details-status").equals("dead"));
        action("evaluate");
        answer("limit * 3");
        waitUntil(() -> results().getExpandedItemCount() == 1 && results().getTreeItem(0).getValue().text().equals("240"));
    }
}
