package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;

import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Cells stand under the headings of their columns, whatever has just become of the columns. */
@ExtendWith(ApplicationExtension.class)
class HeadingsTest extends RealMachineFixture {
    /** In the list and in the tree in the same order, so that no row changes when one becomes the other. */
    private static final String FAMILY = """
            worker(n: Int) -> Int = receive { "stop" -> n }
            main() = {
                range(0, 6).map(i => spawn { worker(i) })
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;

    private Stage stage;

    @Start void start(Stage given) {
        stage = given;
        show(given);
    }

    private void openFamily() throws Exception {
        open(FAMILY);
        waitUntil(() -> table.listing().size() == 7 && cellNode(6, "pid") != null);
        // nothing is to be put right only by the next look
        run(() -> monitor.refreshIntervalProperty().set(Duration.seconds(30)));
        Thread.sleep(500);
    }

    @Test void cellsFollowWhenTheTreeTakesOtherWidths() throws Exception {
        run(() -> stage.setWidth(480));
        openFamily();
        for (boolean tree : new boolean[] {true, false, true}) {
            run(() -> monitor.treeProperty().set(tree));
            waitUntil(() -> table.listing().isTree() == tree);
            waitUntil(() -> misplaced().isEmpty());
        }
    }

    @Test void cellsFollowAColumnMadeWiderByHand() throws Exception {
        openFamily();
        run(() -> table.getColumns().getFirst().setPrefWidth(150));
        waitUntil(() -> cellNode(0, "pid").getLayoutBounds().getWidth() == 150 && misplaced().isEmpty());
    }

    /** Columns with cells elsewhere than their headings. */
    private Set<String> misplaced() {
        var wrong = new TreeSet<String>();
        for (Node node : table.lookupAll(".column-header")) {
            if (!(node instanceof TableColumnHeader header) || header.getTableColumn() == null || !header.getTableColumn().isVisible()) continue;
            Bounds over = header.localToScene(header.getLayoutBounds());
            for (Node other : table.lookupAll(".table-cell")) {
                if (!(other instanceof TableCell<?, ?> cell) || cell.getTableColumn() != header.getTableColumn() || cell.isEmpty()) continue;
                Bounds under = cell.localToScene(cell.getLayoutBounds());
                if (Math.abs(over.getMinX() - under.getMinX()) + Math.abs(over.getMaxX() - under.getMaxX()) > 1) wrong.add(header.getTableColumn().getText());
            }
        }
        return wrong;
    }
}
