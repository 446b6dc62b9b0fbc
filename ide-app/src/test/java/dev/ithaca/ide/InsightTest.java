package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.analysis.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the editor knows about a project of two files: fixes, symbols, calls, types, where the caret is. */
@ExtendWith(ApplicationExtension.class)
class InsightTest {
    @TempDir static Path config;
    @TempDir Path folder;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config); }

    @BeforeEach void openProject() throws IOException {
        Files.createDirectory(folder.resolve("shop"));
        Files.writeString(folder.resolve("main.nos"), "use shop.stock.{total}\n\nsum() = {\n    found = total([1, 2])\n    found + 1\n}\n\nmain() = sum() + sum()\n");
        Files.writeString(folder.resolve("shop").resolve("stock.nos"), "pub total(items: List[Int]) -> Int = items.fold(0, (a, b) => a + b)\n\npub largest(items: List[Int]) -> Int = items.maximum()\n");
        Ide.run(() -> ide.window.openPath(folder));
        await("the project is open", () -> ide.window.activeEditor().isPresent());
        ide.checked();
    }

    @AfterEach void close() { ide.close(); }

    private void caretAt(String text) { Ide.run(() -> ide.area().moveTo(ide.area().getText().indexOf(text) + 1)); }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).filter(Window::isShowing).findFirst();
    }

    @Test void a_mistake_is_mended_from_a_menu() {
        Ide.run(() -> ide.area().replaceText(ide.area().getText().replace("found + 1", "fuond + 1")));
        ide.checked();
        caretAt("fuond");
        ide.focusedArea();
        ide.fire("code.fix");
        await("fixes are offered", () -> menu().isPresent());
        MenuItem fix = fx(() -> menu().orElseThrow().getItems().stream().filter(item -> item.getText().contains("found")).findFirst().orElseThrow());
        Ide.run(fix::fire);
        await("it is mended", () -> ide.active().text().contains("    found + 1"));
        Ide.run(() -> menu().ifPresent(ContextMenu::hide));
    }

    @Test void a_private_name_is_made_public_in_its_file_whatever_its_line_ends() throws IOException {
        Path stock = Files.writeString(folder.resolve("shop").resolve("till.nos"), "# Money.\r\n# Kept apart.\r\n\r\nchange(paid) = paid - 1\r\n");
        Ide.run(() -> ide.area().replaceText("use shop.till.{change}\n\nmain() = change(2)\n"));
        ide.checked();
        caretAt("change");
        ide.focusedArea();
        ide.fire("code.fix");
        await("fixes are offered", () -> menu().isPresent());
        Ide.run(fx(() -> menu().orElseThrow().getItems().stream().filter(item -> item.getText().startsWith("Make change public")).findFirst().orElseThrow())::fire);
        await("the other file is open and mended", () -> ide.services.documents().of(stock).filter(document -> document.text().contains("\npub change(paid)")).isPresent());
        await("the text in front is still there", () -> ide.active().name().equals("main.nos"));
        Ide.run(() -> menu().ifPresent(ContextMenu::hide));
    }

    @Test void a_definition_of_another_file_is_a_place_to_go_to() {
        ide.fire("go.anything");
        Ide.run(() -> ((TextField) ide.node("#palette-query")).setText("largest"));
        await("it is found", () -> !((ListView<?>) ide.node("#palette-list")).getItems().isEmpty());
        new FxRobot().type(KeyCode.ENTER);
        await("its file is in front", () -> ide.active().name().equals("stock.nos"));
        await("the caret is at it", () -> ide.area().getCurrentParagraph() == 2);
        await("the tree shows the file", () -> ((TreeView<?>) ide.node("#project-tree")).getSelectionModel().getSelectedItem().getValue().toString().contains("stock.nos"));
        await("and where the caret is", () -> crumbs().equals(List.of(folder.getFileName().toString(), "shop", "stock.nos", "largest")));
    }

    private List<String> crumbs() {
        return ((HBox) ide.node("#breadcrumbs")).getChildren().stream().map(Labeled.class::cast).map(Labeled::getText).filter(text -> !text.equals("›")).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Integer> usageLines() { return ((ListView<Usage>) ide.node("#usages")).getItems().stream().map(Usage::line).toList(); }

    @Test void callers_and_callees_are_listed() {
        caretAt("sum() = ");
        ide.fire("go.callers");
        await("both calls are listed", () -> usageLines().equals(List.of(8, 8)));
        caretAt("found = total");
        ide.fire("go.callees");
        await("the call in the function is listed", () -> usageLines().equals(List.of(4)));
    }

    @Test void types_are_shown_at_the_ends_of_lines_if_wanted() {
        assertThat(fx(() -> ide.stage.getScene().getRoot().lookupAll(".hint-types"))).isEmpty();
        Ide.run(() -> ide.stage.setWidth(1440)); // room for hints
        ide.fire("view.types");
        await("the type of the binding is shown", () -> ide.stage.getScene().getRoot().lookupAll(".hint-types").stream().anyMatch(node -> ((Label) node).getText().contains("found: Int")));
        ide.fire("view.types");
        await("they are gone", () -> ide.stage.getScene().getRoot().lookupAll(".hint-types").isEmpty());
    }
}
