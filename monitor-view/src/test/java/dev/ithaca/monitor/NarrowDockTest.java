package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.RealMachine;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableRow;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** In a dock at the side of a window nothing is cut that could stand there whole, and nothing jumps. */
@ExtendWith(ApplicationExtension.class)
class NarrowDockTest extends RealMachineFixture {
    private static final double WIDTH = 470;
    private static final double WIDE = 960;

    @Start void start(Stage given) {
        show(given);
        given.setWidth(WIDTH);
    }

    @Test void namesOfTheTreeAreWholeAndMarksHaveAHeading() throws Exception {
        open("""
                worker(n: Int) -> Int = receive { "stop" -> n }
                pool(size: Int) -> Int = {
                    range(0, size).map(i => spawn { worker(i) })
                    receive { "stop" -> 0 }
                }
                main() = {
                    spawn { pool(3) }
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """);
        waitUntil(() -> table.listing().size() == 5);
        run(() -> monitor.treeProperty().set(true));
        waitUntil(() -> table.listing().isTree() && cellNode(4, "name") != null && IntStream.range(0, 5)
                .noneMatch(at -> ((Labeled) cellNode(at, "name")).isTextTruncated()));
        Labeled heading = (Labeled) get(() -> header("Status").lookup(".label"));
        waitUntil(() -> heading.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY && heading.getGraphic().getLayoutBounds().getWidth() > 4);
        run(() -> monitor.treeProperty().set(false));
        waitUntil(() -> ((Labeled) header("Status").lookup(".label")).getContentDisplay() == ContentDisplay.TEXT_ONLY);
    }

    @Test void tabsThatDoNotFitAreLeftOutAsAWhole() throws Exception {
        openBank();
        select(rowOf("account"));
        waitUntil(() -> headings(heading -> heading.getOpacity() == 0).size() > 1);
        assertThat(get(() -> headings(heading -> heading.getOpacity() == 1 && !isWhole(heading)))).isEmpty();
        TabPane tabs = (TabPane) monitor.lookup(".details-tabs");
        run(() -> tabs.getSelectionModel().selectLast());
        waitUntil(() -> headingsRegion().getChildren().getLast().getOpacity() == 1 && headingsRegion().getChildren().getFirst().getOpacity() == 0);
        assertThat(get(() -> headings(heading -> heading.getOpacity() == 1 && !isWhole(heading)))).isEmpty();
    }

    @Test void allTabsAreBackOnceThereIsRoom() throws Exception {
        openBank();
        select(rowOf("account"));
        waitUntil(() -> headings(heading -> heading.getOpacity() == 0).size() > 1);
        run(() -> monitor.getScene().getWindow().setWidth(WIDE));
        waitUntil(() -> headings(heading -> heading.getOpacity() == 1).size() == 10);
        run(() -> monitor.getScene().getWindow().setWidth(WIDTH));
        waitUntil(() -> headings(heading -> heading.getOpacity() == 0).size() > 1);
    }

    private Pane headingsRegion() { return (Pane) monitor.lookup(".details-tabs .headers-region"); }

    private List<Node> headings(Predicate<Node> which) { return headingsRegion() == null ? List.of() : headingsRegion().getChildren().stream().filter(which).toList(); }

    private boolean isWhole(Node heading) {
        Bounds words = sceneBounds(words(heading));
        Bounds window = headingsRegion().localToScene(headingsRegion().getClip().getBoundsInParent());
        return words.getMinX() >= window.getMinX() && words.getMaxX() <= window.getMaxX();
    }

    private static Node words(Node heading) {
        return ((Parent) heading.lookup(".tab-label")).getChildrenUnmodifiable().stream().filter(Text.class::isInstance).findFirst().orElseThrow();
    }

    private static boolean inside(Node one, Node window) { return sceneBounds(window).contains(sceneBounds(one)); }

    private static Bounds sceneBounds(Node node) { return node.localToScene(node.getLayoutBounds()); }

    @Test void detailsStandStillAndTellTheTimesInSight() throws Exception {
        openBank();
        select(rowOf("account"));
        show("info");
        var latencies = monitor.lookup("#process-latencies");
        waitUntil(() -> latencies.getLayoutBounds().getHeight() > 0
                && sceneBounds(((Pane) latencies).getChildren().getFirst()).getMaxY() <= monitor.getScene().getHeight());
        double top = get(() -> sceneBounds(monitor.lookup(".details-tabs")).getMinY());
        for (String function : new String[] {"teller", "spin", "account"}) {
            select(rowOf(function));
            waitUntil(() -> text("#details-title").endsWith(function));
            run(() -> {
                monitor.applyCss();
                monitor.layout();
            });
            assertThat(get(() -> sceneBounds(monitor.lookup(".details-tabs")).getMinY())).as(function).isEqualTo(top);
        }
        show("variables");
        waitUntil(() -> monitor.lookupAll("#variables .value-row").stream().anyMatch(row -> row instanceof TreeTableRow<?> frame && !frame.isEmpty()
                && !frame.getTreeItem().isLeaf() && isInTheMiddle(frame.getDisclosureNode(), frame)));
    }

    private static boolean isInTheMiddle(Node arrow, Node row) {
        return arrow != null && Math.abs(sceneBounds(arrow).getCenterY() - sceneBounds(row).getCenterY()) <= 1;
    }

    @Test void noChartOfTheOverviewIsCut() throws Exception {
        open(RealMachine.BANK);
        action("overview");
        waitUntil(() -> monitor.lookup("#overview").getLayoutBounds().getHeight() > 100);
        Node window = monitor.lookup("#overview .viewport");
        waitUntil(() -> monitor.lookupAll("#overview .chart-card").stream().filter(card -> inside(card, window)).count() >= 4);
        assertThat(get(() -> monitor.lookupAll("#overview .chart-card").stream()
                .filter(card -> !inside(card, window) && sceneBounds(card).getMinY() < sceneBounds(window).getMaxY() - 2).toList())).isEmpty();
    }

    @Test void everyKeyOfTheSheetIsExplainedInFull() throws Exception {
        open(RealMachine.BANK);
        action("help");
        waitUntil(() -> monitor.lookup("#key-sheet").isVisible() && monitor.lookupAll("#key-sheet .key-grid .label").size() > 100);
        run(() -> {
            monitor.applyCss();
            monitor.layout();
        });
        assertThat(get(() -> monitor.lookupAll("#key-sheet .key-grid .label").stream().map(Labeled.class::cast).filter(Labeled::isTextTruncated)
                .map(label -> label.getText() + " " + label.getLayoutBounds()).toList())).isEmpty();
    }
}
