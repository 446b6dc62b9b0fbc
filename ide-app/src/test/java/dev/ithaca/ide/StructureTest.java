package dev.ithaca.ide;

import static dev.ithaca.ide.Ide.await;
import static dev.ithaca.ide.Ide.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the editor knows of a text's structure: folding, guides, growing selections. */
@ExtendWith(ApplicationExtension.class)
class StructureTest {
    private static final String PROGRAM = """
            loop(total) = receive {
                Add(n) -> {
                    loop(total + n)
                }
                Stop -> ()
            }

            main() = 1
            """;
    @TempDir static Path config;
    private Ide ide;

    @Start void start(Stage stage) { ide = new Ide(stage, config, source -> new Compilation(Optional.empty(), List.of())); }

    @AfterEach void close() { ide.close(); }

    private void caretAt(String text) {
        CodeArea area = ide.area();
        Ide.run(() -> area.moveTo(area.getText().indexOf(text)));
    }

    /** 1-based. */
    private List<Integer> hidden() {
        CodeArea area = ide.area();
        return fx(() -> IntStream.range(0, area.getParagraphs().size()).filter(area::isFolded).map(i -> i + 1).boxed().toList());
    }

    private void awaitFoldable() { await("blocks can be folded", () -> !signs(".gutter-fold-open").isEmpty()); }

    private List<Node> signs(String style) { return List.copyOf(ide.area().lookupAll(style)); }

    @Test void a_block_folds_around_the_caret_and_shows_again_without_changing_the_text() {
        Document document = ide.open("a.nos", PROGRAM);
        awaitFoldable();
        caretAt("loop(total +");
        ide.fire("fold.toggle");
        await("the inner block is hidden", () -> hidden().equals(List.of(3, 4)));
        await("its header says so", () -> signs(".gutter-fold-closed").size() == 1);
        assertThat(document.isDirty()).isFalse();
        assertThat(fx(() -> ide.area().getText())).isEqualTo(PROGRAM);
        ide.fire("fold.all");
        await("all blocks are hidden", () -> hidden().equals(List.of(2, 3, 4, 5, 6)));
        ide.fire("fold.none");
        await("all is shown", () -> hidden().isEmpty());
    }

    @Test void the_definitions_of_one_text_are_not_shown_for_another_while_the_compiler_is_busy() {
        ide.open("a.nos", PROGRAM);
        await("its definitions are listed", () -> ide.services.outline().definitions().size() == 2);
        CompletableFuture<Void> free = new CompletableFuture<>();
        ide.services.background().compiler().execute(free::join);
        try {
            Ide.run(() -> ide.services.documents().openText("b.nos", "other() = 1\n"));
            assertThat(fx(() -> List.copyOf(ide.services.outline().definitions()))).isEmpty();
        } finally {
            free.complete(null);
        }
        await("its own are", () -> ide.services.outline().definitions().size() == 1);
    }

    @Test void the_caret_steps_over_hidden_lines_and_going_to_one_shows_it() {
        ide.open("a.nos", PROGRAM);
        awaitFoldable();
        caretAt("loop(total) = ");
        ide.fire("fold.toggle");
        await("the body is hidden", () -> hidden().equals(List.of(2, 3, 4, 5, 6)));
        CodeArea area = ide.focusedArea();
        new FxRobot().type(KeyCode.DOWN);
        await("the caret is behind them", () -> area.getCurrentParagraph() == 6);
        Ide.run(() -> ide.window.activeEditor().orElseThrow().goTo(3, 5));
        await("the line is shown", () -> hidden().isEmpty() && area.getCurrentParagraph() == 2);
    }

    @Test void the_selection_grows_and_shrinks_by_the_same_steps() {
        ide.open("a.nos", PROGRAM);
        caretAt("total + n");
        List<String> grown = List.of("total", "total + n", "(total + n)", "loop(total + n)");
        for (String step : grown) {
            ide.fire("edit.expand");
            assertThat(fx(() -> ide.area().getSelectedText())).isEqualTo(step);
        }
        for (String step : grown.reversed().subList(1, 4)) {
            ide.fire("edit.shrink");
            assertThat(fx(() -> ide.area().getSelectedText())).isEqualTo(step);
        }
    }

    @Test void lines_are_joined_without_their_indentation() {
        ide.open("a.nos", "f(\n    1,\n    2\n)\n");
        Ide.run(() -> ide.area().selectRange(0, ide.area().getLength() - 1));
        ide.fire("edit.joinLines");
        assertThat(fx(() -> ide.area().getText())).isEqualTo("f(1, 2)\n");
        ide.fire("edit.undo");
        assertThat(fx(() -> ide.area().getText())).isEqualTo("f(\n    1,\n    2\n)\n");
    }
}
