package dev.ithaca.ide.editor;

import dev.ithaca.vm.service.Completion;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The proposals with the signature and the documentation of the selected one; it never takes the focus from the text. */
final class CompletionList extends VBox {
    private static final double ROW = 24;
    private static final int MAX_ROWS = 9;
    static final double WIDTH = 540;

    private final ListView<Completion.Proposal> list = new ListView<>();
    private final Label doc = new Label();

    /** @param accept called with a proposal that was clicked */
    CompletionList(Consumer<Completion.Proposal> accept) {
        setId("completion");
        getStyleClass().add("completion");
        setManaged(false);
        setVisible(false);
        list.setId("completion-list");
        list.setAccessibleText("Proposals");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> {
            if (selected() != null) accept.accept(selected());
        });
        doc.getStyleClass().add("completion-doc");
        doc.setWrapText(true);
        doc.setMaxWidth(Double.MAX_VALUE);
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> describe(now));
        getChildren().addAll(list, doc);
    }

    private void describe(Completion.Proposal proposal) {
        String text = proposal == null || proposal.doc() == null ? "" : proposal.doc();
        doc.setText(text);
        doc.setVisible(!text.isEmpty());
        doc.setManaged(!text.isEmpty());
        fit();
    }

    void show(List<Completion.Proposal> proposals) {
        list.getItems().setAll(proposals);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        setVisible(true);
        fit();
    }

    private void fit() {
        double rows = Math.min(MAX_ROWS, list.getItems().size()) * ROW + 4;
        list.setMinHeight(rows);
        list.setPrefHeight(rows);
        list.setMaxHeight(rows);
        if (isVisible()) resize(WIDTH, prefHeight(WIDTH));
    }

    Completion.Proposal selected() { return list.getSelectionModel().getSelectedItem(); }

    /** Moves the selection, around the ends by single steps. */
    void move(int step) {
        int count = list.getItems().size();
        int from = list.getSelectionModel().getSelectedIndex();
        int to = Math.abs(step) == 1 ? Math.floorMod(from + step, count) : Math.clamp(from + step, 0, count - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MAX_ROWS / 2));
    }

    void page(int direction) { move(direction * (MAX_ROWS - 1)); }

    private static Ikon icon(Completion.Kind kind) {
        return switch (kind) {
            case KEYWORD -> MaterialDesignK.KEY_VARIANT;
            case LOCAL, VALUE -> MaterialDesignV.VARIABLE;
            case FUNCTION, METHOD -> MaterialDesignF.FUNCTION_VARIANT;
            case FIELD -> MaterialDesignT.TAG_OUTLINE;
            case CONSTRUCTOR -> MaterialDesignA.ALPHA_C_BOX_OUTLINE;
            case TYPE -> MaterialDesignS.SHAPE_OUTLINE;
            case TRAIT -> MaterialDesignP.PUZZLE_OUTLINE;
            case MODULE -> MaterialDesignP.PACKAGE_VARIANT;
        };
    }

    private static final class Cell extends ListCell<Completion.Proposal> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox box = new HBox(icon, name, detail);

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("completion-row");
            name.getStyleClass().add("completion-name");
            name.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().add("completion-detail");
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override protected void updateItem(Completion.Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setGraphic(empty ? null : box);
            if (empty) return;
            icon.setIconCode(icon(proposal.kind()));
            icon.getStyleClass().removeIf(style -> style.startsWith("definition-"));
            icon.getStyleClass().add("definition-" + proposal.kind().name().toLowerCase(Locale.ROOT));
            name.setText(proposal.name());
            String text = proposal.detail();
            detail.setText(text.startsWith(proposal.name()) ? text.substring(proposal.name().length()) : text);
            setAccessibleText(proposal.name() + ", " + text);
        }
    }
}
