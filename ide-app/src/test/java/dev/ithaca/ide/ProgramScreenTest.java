package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.panels.PanelPane;
import dev.ithaca.ide.run.RunState;
import dev.ithaca.monitor.ValueInspector;
import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.vm.inspect.InspectedValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Values that a program inspects, and its panels, with the real machine. */
@ExtendWith(ApplicationExtension.class)
class ProgramScreenTest {
    private static final String PROGRAM = """
            type Order = { item: String, count: Int, tags: List[String] }

            mvar typed: String = ""

            key(k) = {
                typed = typed ++ "<" ++ k ++ ">"
                Panel.setContent(1, "Typed so far:\\n" ++ typed)
            }

            ring() = lookup("main") <- "ring"

            main() = {
                register("main", self())
                inspect(%{"tea": 3, "salt": 1}, "stock")
                inspect([Order("tea", 3, ["hot", "green"]), Order("salt", 1, [])], "orders")
                inspect([1..250], "numbers")
                inspect("the second", "stock")
                p = Panel.create("Keys")
                Panel.setContent(p, "Type something")
                Panel.onKey(p, "key")
                Panel.registerHotkey("k", "ring")
                Panel.show(p)
                receive { "ring" -> Panel.hide(p) }
                receive { "never" -> () }
            }
            """;
    @TempDir static Path config;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @AfterEach void close() { ide.close(); }

    private void runProgram() {
        ide.open("orders.nos", PROGRAM);
        ide.fire("run.start");
        await("all is shown", () -> ide.services.screen().values().size() == 3 && ide.services.screen().panels().size() == 1);
    }

    private List<String> labels() { return ide.services.screen().values().stream().map(InspectedValue::label).toList(); }

    private TabPane inspectorTabs() { return (TabPane) ide.node("#value-inspector").lookup(".details-tabs"); }

    @SuppressWarnings("unchecked")
    private TreeTableView<ValueNode> tree() {
        return (TreeTableView<ValueNode>) inspectorTabs().getSelectionModel().getSelectedItem().getContent();
    }

    private void press(Node target, KeyCode code, boolean control, boolean alt) {
        Ide.run(() -> target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false)));
    }

    private void press(Node target, KeyCode code) { press(target, code, false, false); }

    @Test void values_are_trees_under_their_names() throws IOException {
        runProgram();
        ide.fire("view.inspector");
        assertThat(fx(this::labels)).containsExactly("numbers", "orders", "stock");
        assertThat(fx(() -> inspectorTabs().getTabs().stream().map(tab -> tab.getText()).toList())).containsExactly("numbers", "orders", "stock");
        // which came first, and so is in front, depends on when the window looked
        Ide.run(() -> inspectorTabs().getSelectionModel().selectFirst());
        assertThat(fx(() -> tree().getExpandedItemCount())).as("the list, a page of it, and the rest").isEqualTo(102);
        press(fx(this::tree), KeyCode.TAB);
        assertThat(fx(() -> tree().getTreeItem(1).getValue().type())).isEqualTo("Order");
        Ide.run(() -> {
            tree().getTreeItem(1).setExpanded(true);
            tree().getSelectionModel().select(2);
        });
        assertThat(fx(() -> tree().getTreeItem(2).getValue().label())).isEqualTo("item");
        ide.pictures("inspector");
        press(fx(this::tree), KeyCode.BACK_SPACE);
        assertThat(fx(() -> tree().getTreeItem(1).isExpanded())).as("going up closes").isFalse();
        press(fx(this::tree), KeyCode.BACK_SPACE);
        assertThat(fx(() -> tree().getSelectionModel().getSelectedIndex())).isZero();
        press(fx(this::tree), KeyCode.LEFT);
        press(fx(this::tree), KeyCode.Y, true, false);
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).as("the whole text").startsWith("[1, 2, 3").endsWith("249, 250]");
        press(fx(this::tree), KeyCode.X);
        assertThat(fx(this::labels)).containsExactly("orders", "stock");
        assertThat(fx(() -> tree().getTreeItem(0).getValue().label())).isEqualTo("orders");
    }

    @Test void panels_take_keys_and_go_when_they_are_hidden() throws IOException {
        runProgram();
        PanelPane panel = (PanelPane) ide.node(".program-panel");
        String before = fx(panel::getText);
        assertThat(before).isEqualTo("Type something");
        press(panel, KeyCode.UP);
        await("the program heard it", () -> panel.getText().endsWith("<up>"));
        Ide.run(() -> panel.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "ä", "", KeyCode.UNDEFINED, false, false, false, false)));
        await("and the character", () -> panel.getText().endsWith("<up><ä>"));
        press(panel, KeyCode.X, true, false);
        await("and the letter with Ctrl", () -> panel.getText().endsWith("<ä><ctrl+x>"));
        ide.pictures("panel");
        press(fx(() -> ide.stage.getScene().getRoot()), KeyCode.K, false, true);
        await("the panel is gone", () -> ide.services.screen().panels().isEmpty()
                && ide.stage.getScene().getRoot().lookup(".program-panel") == null);
        assertThat(fx(() -> ide.services.runner().stateProperty().get())).isEqualTo(RunState.RUNNING);
    }

    @Test void the_next_run_begins_with_nothing() {
        runProgram();
        ide.open("other.nos", "main() = inspect(1, \"one\")\n");
        Ide.run(() -> ide.services.runner().run());
        await("it ran", () -> ide.services.runner().targetProperty().get().name().equals("other.nos") && labels().equals(List.of("one")));
        assertThat(fx(() -> ide.services.screen().panels())).isEmpty();
        assertThat(fx(() -> ide.services.screen().isHotkey("k"))).isFalse();
        assertThat(((ValueInspector) ide.node("#value-inspector")).isVisible()).isTrue();
    }
}
