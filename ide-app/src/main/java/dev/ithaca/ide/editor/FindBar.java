package dev.ithaca.ide.editor;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Find in one text: marks every match, counts them, steps through them. */
final class FindBar extends HBox {
    private final CodeArea area;
    private final ParagraphPainter painter;
    private final TextField query = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final Label count = new Label();
    private List<Overlay.Range> matches = List.of();

    FindBar(CodeArea area, ParagraphPainter painter) {
        this.area = area;
        this.painter = painter;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        query.setId("find-query");
        query.setPromptText("Find");
        query.setPrefColumnCount(24);
        count.setId("find-count");
        matchCase.setAccessibleText("Match case");
        matchCase.setFocusTraversable(false);
        matchCase.getStyleClass().add("small");
        getChildren().addAll(query, matchCase, step(MaterialDesignC.CHEVRON_UP, "Previous match", -1),
                step(MaterialDesignC.CHEVRON_DOWN, "Next match", 1), count, closeButton());
        query.textProperty().addListener((property, old, now) -> search());
        matchCase.selectedProperty().addListener((property, old, now) -> search());
        area.plainTextChanges().subscribe(change -> { if (isVisible()) refresh(); });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        hide();
    }

    private Button step(Ikon icon, String what, int direction) {
        Button button = new Button(null, new FontIcon(icon));
        button.setAccessibleText(what);
        button.getStyleClass().addAll("small", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(event -> step(direction));
        return button;
    }

    private Button closeButton() {
        Button button = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        button.setAccessibleText("Close find");
        button.getStyleClass().addAll("small", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(event -> hide());
        return button;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) hide();
        else if (event.getCode() == KeyCode.ENTER) step(event.isShiftDown() ? -1 : 1);
        else return;
        event.consume();
    }

    void open() {
        setVisible(true);
        setManaged(true);
        String selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) query.setText(selected);
        query.requestFocus();
        query.selectAll();
        search();
    }

    private void hide() {
        boolean was = isVisible();
        setVisible(false);
        setManaged(false);
        matches = List.of();
        painter.setOverlay(Overlay.MATCH, List.of());
        painter.setOverlay(Overlay.CURRENT_MATCH, List.of());
        if (was) area.requestFocus();
    }

    private void search() {
        refresh();
        if (!matches.isEmpty()) select(firstFrom(area.getSelection().getStart()));
    }

    private void refresh() {
        matches = TextSearch.find(area.getText(), query.getText(), matchCase.isSelected());
        painter.setOverlay(Overlay.MATCH, matches);
        painter.setOverlay(Overlay.CURRENT_MATCH, List.of());
        count.setText(query.getText().isEmpty() ? "" : matches.isEmpty() ? "No match" : total());
    }

    private String total() {
        return matches.size() < TextSearch.MAX_MATCHES ? matches.size() + (matches.size() == 1 ? " match" : " matches")
                : TextSearch.MAX_MATCHES + "+ matches";
    }

    private int firstFrom(int offset) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).start() >= offset) return i;
        }
        return 0;
    }

    /** Goes to the next (1) or previous (-1) match from the caret, around the ends. */
    void step(int direction) {
        if (!isVisible()) {
            open();
            return;
        }
        if (matches.isEmpty()) return;
        int from = area.getSelection().getStart();
        int index = firstFrom(direction > 0 ? from + 1 : from);
        if (direction < 0) index = index == 0 || matches.get(index).start() < from ? matches.size() - 1 : index - 1;
        select(index);
    }

    private void select(int index) {
        Overlay.Range match = matches.get(index);
        area.selectRange(match.start(), match.end());
        area.requestFollowCaret();
        painter.setOverlay(Overlay.CURRENT_MATCH, List.of(match));
        count.setText((index + 1) + " of " + matches.size() + (matches.size() < TextSearch.MAX_MATCHES ? "" : "+"));
    }
}
