package dev.ithaca.ide.refactor;

import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.analysis.Rename;
import dev.ithaca.ide.analysis.Usage;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.task.Debounce;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Asks for a new name over the window, and shows what it would change or why it cannot be. Enter renames, Escape or a click
 * beside it leaves.
 */
public final class RenamePanel extends StackPane {
    private static final double ROW = 24;
    private static final int ROWS = 10;
    private static final Duration QUIET = Duration.millis(120);

    private final CodeInsight insight;
    private final Consumer<Rename> apply;
    private final Label title = new Label();
    private final TextField name = new TextField();
    private final Label message = new Label();
    private final Button rename = new Button("Rename");
    private final ObservableList<Usage> changes = FXCollections.observableArrayList();
    private final UsagesView list = new UsagesView("rename-changes", "Places that change", changes, "", usage -> { });
    private final Debounce quiet = new Debounce(QUIET, this::ask);
    private Document document;
    private int offset;
    private int asked;
    private Rename answer;
    private boolean wanted;
    private Node focusBefore;

    /** @param apply makes the changes; called once the panel has closed */
    public RenamePanel(CodeInsight insight, Consumer<Rename> apply) {
        this.insight = insight;
        this.apply = apply;
        setId("rename");
        getStyleClass().add("palette-layer");
        title.getStyleClass().add("title-3");
        name.setId("rename-name");
        name.setAccessibleText("New name");
        message.setId("rename-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        list.setFocusTraversable(false);
        rename.setId("rename-apply");
        rename.setDefaultButton(false);
        rename.getStyleClass().add("accent");
        rename.setOnAction(event -> confirm());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close());
        // a long refusal must not push them together
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        rename.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox buttons = new HBox(message, cancel, rename);
        buttons.getStyleClass().add("rename-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(title, name, list, buttons);
        box.getStyleClass().add("palette");
        box.setMaxSize(620, USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        name.textProperty().addListener((property, old, now) -> changed());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) close();
        });
        setVisible(false);
    }

    /**
     * @param oldName the name at the place
     * @param usages every place where it is used
     */
    public void open(Document in, int at, String oldName, List<Usage> usages) {
        document = in;
        offset = at;
        if (!isVisible()) focusBefore = getScene().getFocusOwner();
        title.setText("Rename " + oldName);
        name.setText(oldName);
        setVisible(true);
        show(usages);
        answer = null;
        asked++;
        wanted = false;
        rename.setDisable(true);
        say("Type the new name. " + count(), false);
        name.requestFocus();
        name.selectAll();
    }

    private void show(List<Usage> usages) {
        changes.setAll(usages);
        list.setPrefHeight(ROW * Math.clamp(usages.size(), 1, ROWS) + 4);
    }

    private String count() {
        long files = changes.stream().map(Usage::sourceName).distinct().count();
        String places = changes.size() == 1 ? "1 place" : changes.size() + " places";
        return files > 1 ? places + " in " + files + " files." : places + ".";
    }

    private void changed() {
        if (!isVisible()) return;
        asked++;
        answer = null;
        wanted = false;
        rename.setDisable(true);
        say("Looking…", false);
        quiet.touch();
    }

    private void ask() {
        if (!isVisible()) return;
        int mine = ++asked;
        insight.rename(document, offset, name.getText().strip(), found -> {
            if (mine != asked || !isVisible()) return;
            answer = found;
            rename.setDisable(!found.isPossible());
            if (found.isPossible()) show(found.changes().stream().map(Rename.Change::usage).toList());
            say(found.isPossible() ? "Changes " + count() : found.refusal(), !found.isPossible());
            if (wanted) confirm();
        });
    }

    private void say(String text, boolean refused) {
        message.setText(text);
        message.getStyleClass().remove("rename-refused");
        if (refused) message.getStyleClass().add("rename-refused");
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) close();
        else if (event.getCode() == KeyCode.ENTER && name.isFocused()) confirm();
        else return;
        event.consume();
    }

    /** Renames, at once or as soon as it is known what that means. */
    private void confirm() {
        wanted = answer == null;
        if (answer == null || !answer.isPossible()) return;
        Rename chosen = answer;
        close();
        apply.accept(chosen);
    }

    private void close() {
        asked++;
        setVisible(false);
        if (focusBefore != null) focusBefore.requestFocus();
    }
}
