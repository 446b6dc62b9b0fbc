package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.support.Contrast;
import dev.ithaca.monitor.support.Shots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Everything can be read in every theme and at every size, and a screen reader has a word for every control. */
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest extends RealMachineFixture {
    /** WCAG 2.2, level AA, for text of the usual size. */
    private static final double LEAST_CONTRAST = 4.5;
    private static final double ZOOMED_FONT = 2.5 * 13;

    private Stage window;

    @Start void start(Stage given) {
        window = given;
        show(given);
    }

    @AfterEach void restoreTheme() throws Exception { run(() -> Application.setUserAgentStylesheet(null)); }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "standalone", "standalone-dark"})
    void everyTextStandsOutFromItsGround(String theme) throws Exception {
        run(() -> {
            ThemedMonitor.setTheme(theme);
            monitor.pseudoClassStateChanged(ProcessMonitor.STANDALONE, theme.startsWith("standalone"));
            monitor.darkProperty().set(theme.endsWith("dark"));
        });
        openBank();
        select(rowOf("account"));
        run(() -> table.requestFocus());
        settle();
        var found = new ArrayList<>(faint("list"));
        run(() -> monitor.treeProperty().set(true));
        waitUntil(() -> table.listing().isTree());
        found.addAll(faint("tree"));
        run(() -> monitor.filterTextProperty().set("fn:account"));
        waitUntil(() -> table.listing().isContext(0));
        found.addAll(faint("filtered tree"));
        run(() -> monitor.filterTextProperty().set(""));
        action("collapse-all");
        waitUntil(() -> IntStream.range(0, table.listing().size()).anyMatch(at -> table.listing().branch(at) != null));
        found.addAll(faint("closed branch"));
        run(() -> monitor.arrangementProperty().set(Arrangement.BY_ORIGIN));
        waitUntil(() -> table.listing().group(0) != null);
        found.addAll(faint("groups"));
        run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
        waitUntil(() -> !table.listing().isTree());
        for (String tab : new String[] {"variables", "stack", "mailbox", "links", "waits", "history", "watches", "info"}) {
            show(tab);
            found.addAll(faint("tab " + tab));
        }
        action("tag");
        action("send");
        found.addAll(faint("tag and prompt"));
        action("overview");
        found.addAll(faint("overview"));
        vm.inspector().kill(pidOf("account"));
        waitUntil(() -> sample().size() - sample().alive() >= 2);
        found.addAll(faint("dead"));
        action("help");
        found.addAll(faint("keys"));
        assertThat(found).isEmpty();
    }

    private List<String> faint(String where) throws Exception {
        settle();
        return get(() -> Contrast.below(monitor, LEAST_CONTRAST)).stream().distinct().limit(8).map(text -> where + ": " + text).toList();
    }

    /** Two looks and their layout. */
    private void settle() throws Exception {
        var before = sample();
        waitUntil(() -> sample() != before);
        run(() -> {
            monitor.applyCss();
            monitor.layout();
        });
    }

    @Test void aScreenReaderHasAWordForEveryControl() throws Exception {
        openBank();
        select(rowOf("account"));
        action("overview");
        for (String tab : new String[] {"variables", "stack", "mailbox", "links", "waits", "history", "watches", "info"}) {
            show(tab);
            settle();
            assertThat(get(() -> nameless(monitor))).as("tab " + tab).isEmpty();
        }
    }

    private static List<String> nameless(Node node) {
        var found = new ArrayList<String>();
        if (!node.isVisible()) return found;
        boolean usable = node instanceof Control && node.isFocusTraversable() && !(node instanceof SplitPane || node instanceof ScrollBar
                || node instanceof ScrollPane || node instanceof TabPane);
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        if (usable && !named) found.add(node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        return found;
    }

    @Test void nothingIsCutOffAtTwoAndAHalfTimesTheSize() throws Exception {
        run(() -> monitor.setStyle("-fx-font-size: " + ZOOMED_FONT + "px"));
        openBank();
        select(rowOf("account"));
        run(() -> monitor.treeProperty().set(true));
        waitUntil(() -> table.listing().isTree());
        settle();
        run(() -> {
            try {
                Shots.write(window.getScene(), "zoomed");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(get(() -> cut(monitor))).isEmpty();
    }

    /** Texts that are higher than what holds them. */
    private static Set<String> cut(Node node) {
        var found = new TreeSet<String>();
        if (!node.isVisible()) return found;
        if (node instanceof Text text && !text.getText().isBlank() && text.getParent() instanceof Control parent && !(parent instanceof TextInputControl)
                && (text.getBoundsInParent().getMinY() < -2 || text.getBoundsInParent().getMaxY() > parent.getHeight() + 2)) {
            found.add(text.getText() + " in " + parent.getStyleClass() + " " + text.getBoundsInParent() + " of " + parent.getHeight());
        }
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> found.addAll(cut(child)));
        return found;
    }
}
