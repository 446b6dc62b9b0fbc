package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.project.ProjectView;
import dev.ithaca.ide.search.Hit;
import dev.ithaca.vm.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Work in a folder of several files: searching, jumping, closing and coming back. */
@ExtendWith(ApplicationExtension.class)
class WorkspaceTest {
    @TempDir Path config;
    @TempDir Path folder;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config, source -> new Compilation(Optional.empty(), List.of())); }

    @BeforeEach void files() throws IOException {
        Files.writeString(folder.resolve("main.nos"), "main() = total(1)\n");
        Files.writeString(folder.resolve("sums.nos"), "# sums\n\npub total(n) = n + 1\ntotals = 3\n");
    }

    @AfterEach void close() { ide.close(); }

    private void openFolder() {
        Ide.run(() -> ide.window.openPath(folder));
        await("its main file is open", () -> ide.services.documents().active().filter(document -> document.name().equals("main.nos")).isPresent());
        await("its files are known", () -> ide.services.project().rootProperty().get().children().size() == 2);
    }

    private void openFile(String name) {
        Ide.run(() -> ide.window.openPath(folder.resolve(name)));
        await(name + " is open", () -> ide.services.documents().active().filter(document -> document.name().equals(name)).isPresent());
        ide.focusedArea();
    }

    private List<String> hits() { return fx(() -> ide.services.search().hits().stream().map(hit -> hit.name() + ":" + hit.line() + ":" + hit.column()).toList()); }

    private void look(String what) { Ide.run(() -> ((TextField) ide.node("#search-query")).setText(what)); }

    @Test void an_example_taken_from_the_welcome_page_has_the_keys_at_once() {
        Node card = ide.node("#example-hello");
        Ide.run(card::requestFocus);
        Mouse.fire(card);
        await("its text has the focus", () -> ide.stage.getScene().getFocusOwner() instanceof CodeArea area && area.getText().startsWith("# Hello"));
    }

    @Test void texts_without_a_file_are_searched_too() {
        Document sketch = ide.open("sketch.nos", "total");
        ide.fire("search.files");
        look("total");
        await("it is found", () -> ide.services.search().hits().size() == 1 && ide.services.search().hits().getFirst().document() == sketch);
    }

    @Test void all_files_are_searched_and_a_hit_leads_to_its_place() {
        openFolder();
        ide.fire("search.files");
        look("total");
        await("three places", () -> ide.services.search().hits().size() == 3);
        assertThat(hits()).containsExactly("main.nos:1:10", "sums.nos:3:5", "sums.nos:4:1");
        Hit hit = fx(() -> ide.services.search().hits().get(1));
        assertThat(List.of(hit.before(), hit.match(), hit.after())).containsExactly("pub ", "total", "(n) = n + 1");
        ListView<?> list = (ListView<?>) ide.node("#search-hits");
        Ide.run(() -> {
            list.getSelectionModel().select(1);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        await("the place is shown", () -> ide.services.documents().active().filter(document -> document.name().equals("sums.nos")).isPresent()
                && ide.area().getCurrentParagraph() == 2 && ide.area().getCaretColumn() == 4);
    }

    @Test void replacing_in_all_files_leaves_them_open_and_unsaved() throws IOException {
        openFolder();
        ide.fire("search.files");
        look("total");
        await("three places", () -> ide.services.search().hits().size() == 3);
        Ide.run(() -> ((TextField) ide.node("#search-replacement")).setText("sum"));
        Mouse.fire(ide.node("#search-replace-all"));
        await("both are changed", () -> ide.services.documents().dirty().size() == 2);
        assertThat(fx(() -> ide.services.documents().of(folder.resolve("sums.nos")).orElseThrow().text())).isEqualTo("# sums\n\npub sum(n) = n + 1\nsums = 3\n");
        assertThat(folder.resolve("sums.nos")).content().contains("total");
    }

    @Test void jumps_can_be_taken_back_and_forward() {
        openFolder();
        ide.focusedArea();
        openFile("sums.nos");
        Ide.run(() -> ide.window.activeEditor().orElseThrow().goTo(3, 5));
        ide.fire("go.back");
        await("the first file is in front", () -> ide.active().name().equals("main.nos"));
        ide.fire("go.forward");
        await("the caret is where it was", () -> ide.active().name().equals("sums.nos") && ide.area().getCurrentParagraph() == 2 && ide.area().getCaretColumn() == 4);
    }

    @Test void a_closed_file_is_opened_again() {
        openFolder();
        openFile("sums.nos");
        ide.fire("file.close");
        await("it is closed", () -> ide.services.documents().open().size() == 1);
        ide.fire("file.reopen");
        await("it is back", () -> ide.services.documents().active().filter(document -> document.name().equals("sums.nos")).isPresent());
    }

    @Test void the_next_start_shows_the_files_and_carets_of_the_last() {
        openFolder();
        openFile("sums.nos");
        Ide.run(() -> ide.window.activeEditor().orElseThrow().goTo(3, 5));
        openFile("main.nos");
        ide.fire("file.quit");
        Ide.run(() -> {
            List.copyOf(ide.services.documents().open()).forEach(ide.services.documents()::close);
            ide.services.project().close();
            ide.stage.show();
            ide.window.restoreSession(null);
        });
        await("both are open", () -> ide.services.documents().open().stream().map(Document::name).toList().equals(List.of("main.nos", "sums.nos"))
                || ide.services.documents().open().stream().map(Document::name).toList().equals(List.of("sums.nos", "main.nos")));
        await("the last one is in front", () -> ide.active().name().equals("main.nos"));
        assertThat(fx(() -> ide.services.project().folder())).contains(folder);
        Ide.run(() -> ide.services.documents().activeProperty().set(ide.services.documents().of(folder.resolve("sums.nos")).orElseThrow()));
        await("the caret is where it was", () -> ide.area().getCurrentParagraph() == 2 && ide.area().getCaretColumn() == 4);
    }

    @Test void a_file_asked_for_at_the_start_comes_to_the_front_of_those_of_the_last_session() throws IOException {
        openFolder();
        openFile("sums.nos");
        openFile("main.nos");
        Path wanted = Files.writeString(folder.resolve("wanted.nos"), "f() = 1\n");
        ide.fire("file.quit");
        Ide.run(() -> {
            List.copyOf(ide.services.documents().open()).forEach(ide.services.documents()::close);
            ide.stage.show();
            ide.window.restoreSession(wanted);
        });
        await("all are open", () -> ide.services.documents().open().size() == 3);
        await("the wanted one is in front", () -> ide.active().name().equals("wanted.nos"));
    }

    @Test void files_are_made_and_renamed_in_the_tree_and_open_texts_go_along() {
        openFolder();
        TreeView<?> tree = (TreeView<?>) ide.node("#project-tree");
        openFile("sums.nos");
        ide.dialogs.name = "numbers.nos";
        select(tree, "sums.nos");
        press(tree, KeyCode.F2);
        await("the file has its new name", () -> Files.exists(folder.resolve("numbers.nos")) && !Files.exists(folder.resolve("sums.nos")));
        await("the text goes along", () -> ide.active().name().equals("numbers.nos"));
        ide.dialogs.name = "main.nos";
        await("the tree shows it", () -> find(tree.getRoot(), "numbers.nos") != null);
        select(tree, "numbers.nos");
        press(tree, KeyCode.F2);
        await("a taken name is refused", () -> ide.services.documents().noticeProperty().get() != null);
        assertThat(folder.resolve("main.nos")).content().contains("total(1)");
    }

    private static TreeItem<?> find(TreeItem<?> item, String name) {
        if (item.getValue() instanceof ProjectView.Entry.OnDisk entry && entry.label().equals(name)) return item;
        return item.getChildren().stream().map(child -> find(child, name)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static <T> void select(TreeView<T> tree, String name) {
        await(name + " is in the tree", () -> find(tree.getRoot(), name) != null);
        Ide.run(() -> {
            for (int row = 0; row < tree.getExpandedItemCount(); row++) {
                if (tree.getTreeItem(row) == find(tree.getRoot(), name)) tree.getSelectionModel().select(row);
            }
        });
    }

    private static void press(TreeView<?> tree, KeyCode code) {
        Ide.run(() -> tree.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }
}
