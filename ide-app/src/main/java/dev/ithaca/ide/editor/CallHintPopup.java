package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.service.CallHint;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * The parameters of the call around the caret, above it: comes with the opening parenthesis or a key, follows the caret from
 * argument to argument, and goes with the call or Esc. It never takes the focus.
 */
final class CallHintPopup {
    private static final double GAP = 4;
    private static final double WIDTH = 560;
    private static final int MOST = 4;

    private final Document document;
    private final CodeArea area;
    private final CodeHelp help;
    private final VBox card = new VBox();
    private int asked;

    /** @param layer lies over the text and has its size */
    CallHintPopup(Document document, CodeArea area, Pane layer, CodeHelp help) {
        this.document = document;
        this.area = area;
        this.help = help;
        card.setId("call-hint");
        card.getStyleClass().add("call-hint");
        card.setManaged(false);
        card.setVisible(false);
        card.setMouseTransparent(true);
        layer.getChildren().add(card);
        area.plainTextChanges().subscribe(this::typed);
        area.caretPositionProperty().addListener((property, old, now) -> {
            if (card.isVisible()) ask(now);
        });
        area.focusedProperty().addListener((property, old, now) -> {
            if (!now) close();
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) close();
        });
    }

    /** Asks for the parameters of the call around the caret. */
    void open() { ask(area.getCaretPosition()); }

    private void typed(PlainTextChange change) {
        if (!area.isFocused()) return;
        String text = change.getInserted();
        if (text.endsWith("()")) ask(change.getInsertionEnd() - 1);
        else if (text.endsWith("(") || text.equals(",")) ask(change.getInsertionEnd());
    }

    private void ask(int offset) {
        int mine = ++asked;
        help.parameters(document, offset, found -> {
            if (mine == asked) show(found);
        });
    }

    private void show(Optional<CallHint> found) {
        if (found.isEmpty() || !area.isFocused()) {
            close();
            return;
        }
        List<CallHint.Signature> signatures = found.get().signatures();
        card.getChildren().setAll(signatures.stream().limit(MOST).map(CallHintPopup::line).toList());
        String doc = signatures.getFirst().doc();
        if (doc != null && signatures.size() == 1) {
            Text text = new Text(doc);
            text.getStyleClass().add("call-hint-doc");
            card.getChildren().add(new TextFlow(text));
        }
        place(found.get().start());
    }

    private static Node line(CallHint.Signature signature) {
        TextFlow flow = new TextFlow();
        CallHint.Range active = signature.active() < 0 ? new CallHint.Range(0, 0) : signature.parameters().get(signature.active());
        add(flow, signature.text().substring(0, active.start()), "call-hint-part");
        add(flow, signature.text().substring(active.start(), active.end()), "call-hint-active");
        add(flow, signature.text().substring(active.end()), "call-hint-part");
        return flow;
    }

    private static void add(TextFlow flow, String text, String style) {
        if (text.isEmpty()) return;
        Text part = new Text(text);
        part.getStyleClass().add(style);
        flow.getChildren().add(part);
    }

    /** Above the parenthesis, or below where there is no room. */
    private void place(int start) {
        Bounds at = start < area.getLength() ? area.getCharacterBoundsOnScreen(start, start + 1).orElse(null) : null;
        Pane layer = (Pane) card.getParent();
        Point2D above = at == null ? null : layer.screenToLocal(at.getMinX(), at.getMinY());
        if (above == null) {
            close();
            return;
        }
        card.setVisible(true);
        card.applyCss();
        double width = Math.min(WIDTH, Math.min(layer.getWidth(), card.prefWidth(-1)));
        double height = card.prefHeight(width);
        double below = layer.screenToLocal(at.getMinX(), at.getMaxY()).getY();
        double y = above.getY() - GAP - height >= 0 ? above.getY() - GAP - height : below + GAP;
        card.resizeRelocate(Math.max(0, Math.min(above.getX(), layer.getWidth() - width)), y, width, height);
    }

    private void close() {
        asked++;
        card.setVisible(false);
    }
}
