package dev.ithaca.ide.console;

import dev.ithaca.ide.search.SearchQuery;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Find in the output: selects one match after the other, the last one first, since that is what one just saw. */
final class ConsoleFind extends HBox {
    private static final int MAX_MATCHES = 10_000;

    private final CodeArea text;
    private final TextField query = new TextField();
    private final Label count = new Label();

    ConsoleFind(CodeArea text) {
        this.text = text;
        getStyleClass().addAll("find-bar", "find-row");
        setAlignment(Pos.CENTER_LEFT);
        query.setId("console-find");
        query.setPromptText("Find in the output");
        query.setPrefColumnCount(20);
        Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.setAccessibleText("Close find");
        close.getStyleClass().addAll("small", "flat");
        close.setFocusTraversable(false);
        close.setOnAction(event -> show(false));
        getChildren().addAll(query, count, close);
        query.textProperty().addListener((property, old, now) -> step(-1, text.getLength()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        show(false);
    }

    void open() {
        show(true);
        query.requestFocus();
        query.selectAll();
    }

    private void show(boolean shown) {
        boolean was = isVisible();
        setVisible(shown);
        setManaged(shown);
        if (was && !shown) text.requestFocus();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) show(false);
        else if (event.getCode() == KeyCode.ENTER) step(event.isShiftDown() ? 1 : -1, text.getSelection().getStart());
        else return;
        event.consume();
    }

    /** @param direction -1 to the match before an offset, 1 to the one after it; around the ends */
    private void step(int direction, int from) {
        List<SearchQuery.Match> matches = new SearchQuery(query.getText(), false, false, false).find(text.getText(), MAX_MATCHES);
        count.setText(query.getText().isEmpty() ? "" : matches.isEmpty() ? "No match" : "");
        if (matches.isEmpty()) return;
        int index = direction < 0 ? matches.size() - 1 : 0;
        for (int i = 0; i < matches.size(); i++) {
            if (direction < 0 && matches.get(i).start() < from) index = i;
            if (direction > 0 && matches.get(i).start() > from) {
                index = i;
                break;
            }
        }
        text.selectRange(matches.get(index).start(), matches.get(index).end());
        text.requestFollowCaret();
        count.setText(index + 1 + " of " + matches.size());
    }
}
