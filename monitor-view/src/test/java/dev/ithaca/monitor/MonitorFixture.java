package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;

import dev.ithaca.monitor.model.ValueNode;
import dev.ithaca.monitor.view.ProcessTable;
import java.util.ArrayList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;

/** The control in a window of its own. */
abstract class MonitorFixture {
    ProcessMonitor monitor;
    ProcessTable table;
    private Stage stage;

    /** To be called by the start of each test. */
    void show(Stage given, Duration refreshInterval) {
        stage = given;
        monitor = new ProcessMonitor();
        monitor.refreshIntervalProperty().set(refreshInterval);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(monitor, 990, 800));
        // not as wide as a test before this one has made it
        stage.sizeToScene();
        stage.show();
        table = (ProcessTable) monitor.lookup("#process-table");
    }

    @AfterEach void close() throws Exception {
        run(() -> {
            monitor.setInspector(null);
            stage.setScene(new Scene(new Group()));
        });
    }

    /** The content of a tab, brought to the front: what is behind is not kept up to date. */
    @SuppressWarnings("unchecked")
    <T extends Node> T tab(String id) throws Exception {
        return (T) get(() -> {
            TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
            Tab wanted = tabs.getTabs().stream().filter(tab -> id.equals(tab.getContent().getId())).findFirst().orElseThrow();
            tabs.getSelectionModel().select(wanted);
            return wanted.getContent();
        });
    }

    Node header(String title) throws Exception {
        return get(() -> monitor.lookupAll(".column-header").stream()
                .filter(node -> node instanceof TableColumnHeader header && header.getTableColumn() != null
                        && title.equals(header.getTableColumn().getText())).findFirst().orElseThrow());
    }

    /** On the JavaFX thread. @return null while it is not on screen */
    Node cellNode(int position, String column) {
        return table.lookupAll(".table-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == position && !cell.isEmpty()
                        && ("column-" + column).equals(cell.getTableColumn().getId())).findFirst().orElse(null);
    }

    /** What a cell reads, on the JavaFX thread; empty while it is not on screen. */
    String cell(int position, String column) {
        return cellNode(position, column) instanceof Labeled cell && cell.getText() != null ? cell.getText() : "";
    }

    /** A key pressed while a control has the focus; a robot's could come before the focus does. */
    void press(Node control, KeyCode key, boolean shift) throws Exception {
        run(() -> control.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
    }

    /** A character typed while a control has the focus. */
    void type(Node control, String character) throws Exception {
        run(() -> control.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    static String labels(TreeTableView<ValueNode> tree) {
        var labels = new ArrayList<String>();
        for (int i = 0; i < tree.getExpandedItemCount(); i++) labels.add(tree.getTreeItem(i).getValue().label());
        return String.join(" ", labels);
    }
}
