package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Ancestry;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The call stack, innermost frame first; double-click or Enter goes to the source of a frame. */
final class StackTable extends TableView<StackTable.Frame> {
    /**
     * @param height counted from the outermost frame, 1; names the frame while the stack grows above it; 0 for the row
     *               that stands for frames not shown yet; negative for the processes that started this one
     */
    record Frame(long height, String function, String file, int line) {
        String number() { return height > 0 ? Format.count(height) : height == 0 ? "" : "↑"; }

        String place() {
            return height > 0 && file == null ? "library" : Format.place(file, line);
        }
    }

    private final Consumer<Frame> onOpen;
    private final Runnable onMore;
    private BiConsumer<Frame, Boolean> onTrace = (frame, here) -> {};

    /** @param onMore called when more frames are wanted */
    StackTable(Consumer<Frame> onOpen, Runnable onMore) {
        this.onOpen = onOpen;
        this.onMore = onMore;
        setId("stack-table");
        getStyleClass().addAll("stack-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("The stack is empty"));
        addColumn("#", 52, "number", Frame::number);
        addColumn("Function", 250, "code", Frame::function);
        addColumn("Source", 120, "place", Frame::place);
        getColumns().getFirst().getStyleClass().add("number-column");
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getClickCount() == 2) openSelected();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
                key.consume();
            } else if (key.getCode() == KeyCode.T && !key.isShortcutDown() && !key.isAltDown()) {
                traceSelected(key.isShiftDown());
                key.consume();
            }
        });
    }

    /** @param handler told the frame of which the function's calls are to be traced, and whether only in this process */
    void setOnTrace(BiConsumer<Frame, Boolean> handler) {
        onTrace = handler;
        var all = new MenuItem("Trace the calls of this function (T)");
        all.setOnAction(choice -> traceSelected(false));
        var here = new MenuItem("Trace its calls in this process only (Shift+T)");
        here.setOnAction(choice -> traceSelected(true));
        setContextMenu(new ContextMenu(all, here));
    }

    private void traceSelected(boolean here) {
        Frame frame = getSelectionModel().getSelectedItem();
        if (frame != null && frame.height() > 0) onTrace.accept(frame, here);
    }

    private void addColumn(String title, double width, String styleClass, Function<Frame, String> text) {
        var column = new TableColumn<Frame, String>(title);
        column.setPrefWidth(width);
        if (getColumns().isEmpty()) column.setMaxWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        getColumns().add(column);
    }

    /** @param ancestors who started the process, the nearest first */
    void show(ProcessSnapshot snapshot, List<Ancestry.Ancestor> ancestors) {
        var frames = new ArrayList<Frame>();
        long height = snapshot.frameCount();
        for (FrameView frame : snapshot.frames()) {
            frames.add(new Frame(height--, frame.function(), frame.file(), frame.line()));
        }
        if (height > 0) frames.add(new Frame(0, "… " + Format.count(height) + " more frames", null, 0));
        for (int i = 0; i < ancestors.size(); i++) {
            Ancestry.Ancestor a = ancestors.get(i);
            frames.add(new Frame(-1 - i, (i == 0 ? "spawned by " : "which was spawned by ") + Format.pid(a.pid())
                    + (a.name() == null ? "" : " " + a.name()), a.file(), a.line()));
        }
        if (frames.equals(getItems())) return;
        Frame selected = getSelectionModel().getSelectedItem();
        getItems().setAll(frames);
        if (selected != null) selectHeight(frames, selected.height());
    }

    private void selectHeight(List<Frame> frames, long height) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).height() == height) getSelectionModel().select(i);
        }
    }

    private void openSelected() {
        Frame frame = getSelectionModel().getSelectedItem();
        if (frame == null) return;
        if (frame.height() == 0) onMore.run();
        else onOpen.accept(frame);
    }
}
