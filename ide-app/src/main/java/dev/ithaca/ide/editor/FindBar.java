package dev.ithaca.ide.editor;

import dev.ithaca.ide.search.SearchOptions;
import dev.ithaca.ide.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Find and replace in one text: marks every match, counts them, steps through them. */
final class FindBar extends VBox {
    /** More matches than anyone steps through; the count then ends in a plus. */
    private static final int MAX_MATCHES = 10_000;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final CodeArea area;
    private final ParagraphPainter painter;
    private final TextField query = new TextField();
    private final TextField replacement = new TextField();
    private final SearchOptions options = new SearchOptions(this::search);
    private final Label count = new Label();
    private final HBox replaceRow;
    private List<Overlay.Range> matches = List.of();

    FindBar(CodeArea area, ParagraphPainter painter) {
        this.area = area;
        this.painter = painter;
        getStyleClass().add("find-bar");
        field(query, "find-query", "Find");
        field(replacement, "find-replacement", "Replace with");
        count.setId("find-count");
        HBox findRow = new HBox(query, options, icon(MaterialDesignC.CHEVRON_UP, "Previous match", () -> step(-1)),
                icon(MaterialDesignC.CHEVRON_DOWN, "Next match", () -> step(1)), count, icon(MaterialDesignC.CLOSE, "Close find", this::hide));
        replaceRow = new HBox(replacement, command("Replace", "find-replace", this::replaceOne), command("Replace all", "find-replace-all", this::replaceAll));
        for (HBox row : List.of(findRow, replaceRow)) {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("find-row");
        }
        getChildren().addAll(findRow, replaceRow);
        query.textProperty().addListener((property, old, now) -> search());
        area.plainTextChanges().subscribe(change -> { if (isVisible()) refresh(); });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        hide();
    }

    private static void field(TextField field, String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(24);
    }

    private static Button icon(Ikon icon, String what, Runnable body) {
        Button button = new Button(null, new FontIcon(icon));
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.getStyleClass().addAll("small", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(event -> body.run());
        return button;
    }

    private static Button command(String text, String id, Runnable body) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(event -> body.run());
        return button;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) hide();
        else if (event.getCode() != KeyCode.ENTER || event.getTarget() instanceof Button) return;
        else if (replacement.isFocused()) replaceOne();
        else step(event.isShiftDown() ? -1 : 1);
        event.consume();
    }

    void open() { open(false); }

    /** @param replacing whether to offer replacing, too */
    void open(boolean replacing) {
        setVisible(true);
        setManaged(true);
        replaceRow.setVisible(replacing);
        replaceRow.setManaged(replacing);
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

    private SearchQuery wanted() { return options.query(query.getText()); }

    private void search() {
        refresh();
        if (!matches.isEmpty()) select(firstFrom(area.getSelection().getStart()));
    }

    private void refresh() {
        SearchQuery wanted = wanted();
        Optional<String> problem = wanted.problem();
        matches = wanted.find(area.getText(), MAX_MATCHES).stream().map(match -> new Overlay.Range(match.start(), match.end())).toList();
        painter.setOverlay(Overlay.MATCH, matches);
        painter.setOverlay(Overlay.CURRENT_MATCH, List.of());
        query.pseudoClassStateChanged(WRONG, problem.isPresent() || matches.isEmpty() && !wanted.text().isEmpty());
        count.setText(wanted.text().isEmpty() ? "" : problem.orElseGet(() -> matches.isEmpty() ? "No match" : total()));
    }

    private String total() {
        return matches.size() < MAX_MATCHES ? matches.size() + (matches.size() == 1 ? " match" : " matches") : MAX_MATCHES + "+ matches";
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
        count.setText((index + 1) + " of " + matches.size() + (matches.size() < MAX_MATCHES ? "" : "+"));
    }

    /** Replaces the match that is selected and goes to the next; if none is, only goes there. */
    private void replaceOne() {
        Overlay.Range selected = new Overlay.Range(area.getSelection().getStart(), area.getSelection().getEnd());
        if (matches.contains(selected)) area.replaceSelection(wanted().replacement(area.getSelectedText(), replacement.getText()));
        refresh();
        if (!matches.isEmpty()) select(firstFrom(area.getCaretPosition()));
    }

    /** Replaces every match as one change. */
    private void replaceAll() {
        if (matches.isEmpty()) return;
        SearchQuery wanted = wanted();
        String text = area.getText();
        int first = matches.getFirst().start();
        int last = matches.getLast().end();
        int number = matches.size();
        StringBuilder changed = new StringBuilder();
        int from = first;
        for (Overlay.Range match : matches) {
            changed.append(text, from, match.start()).append(wanted.replacement(text.substring(match.start(), match.end()), replacement.getText()));
            from = match.end();
        }
        area.getUndoManager().preventMerge();
        area.replaceText(first, last, changed.toString());
        area.getUndoManager().preventMerge();
        count.setText(number + " replaced");
    }
}
