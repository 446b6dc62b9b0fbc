package dev.ithaca.ide.editor;

import dev.ithaca.ide.action.Choice;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.service.InlayHint;
import dev.ithaca.vm.service.TextEdit;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/** The editor of one document. */
public final class EditorView extends BorderPane {
    private static final double FONT_SIZE = 13;
    private static final String PROCESS_LINE = "process-line";

    private final Document document;
    private final CodeArea area;
    private final ParagraphPainter painter;
    private final FindBar findBar;
    private final Gutter gutter;
    private final DiagnosticMarks diagnostics;
    private final LineHints lineHints;
    private final Folding folding;
    private final SelectionSteps selectionSteps;
    private final MultiCaret carets;
    private final CompletionPopup completion;
    private final CallHintPopup callHint;
    private int markedLine;

    /**
     * @param zoom percent
     * @param zoomBy called with steps when the user turns the wheel with Ctrl held
     * @param showProcesses called with a line whose process count was clicked
     */
    EditorView(Document document, Tokenizer tokenizer, Background background, ObservableIntegerValue zoom, IntConsumer zoomBy,
               IntConsumer showProcesses, CodeHelp help) {
        this.document = document;
        area = new CodeArea(document.content());
        area.setId("editor");
        area.getStyleClass().add("source");
        area.setAccessibleText("Source of " + document.name());
        area.styleProperty().bind(Bindings.createStringBinding(() -> "-fx-font-size: " + FONT_SIZE * zoom.get() / 100 + "px;", zoom));
        painter = new ParagraphPainter(area);
        folding = new Folding(document, area, background, this::foldsChanged);
        gutter = new Gutter(area, showProcesses, folding::toggle);
        diagnostics = new DiagnosticMarks(area, painter, gutter);
        lineHints = new LineHints(area);
        selectionSteps = new SelectionSteps(area);
        carets = new MultiCaret(area);
        MultiCaretInput.install(area, carets);
        findBar = new FindBar(area, painter);
        new Highlighter(document, painter, tokenizer, background);
        EditingKeys.install(area);
        TypedPairs pairs = new TypedPairs(area, painter::tokens);
        Occurrences.install(document, area, painter);
        HoverCard.install(area, document, diagnostics::at, help);
        area.caretPositionProperty().addListener((property, old, now) -> matchBrackets());
        area.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (!event.isShortcutDown() || event.getDeltaY() == 0) return;
            zoomBy.accept(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        });
        setTop(new VBox(new NoticeBar(document.noticeProperty()), findBar));
        Pane popups = new Pane();
        popups.setPickOnBounds(false);
        callHint = new CallHintPopup(document, area, popups, help);
        completion = new CompletionPopup(document, area, popups, help, pairs::track, carets::isActive);
        setCenter(new StackPane(new VirtualizedScrollPane<>(area), new IndentGuides(area), lineHints, popups));
        area.moveTo(0);
        area.getUndoManager().forgetHistory();
    }

    public Document document() { return document; }

    /** {@code Ln 14 Col 9}, following the caret; with a selection also its size. */
    public StringExpression caretText() {
        return Bindings.createStringBinding(() -> "Ln " + (area.getCurrentParagraph() + 1) + "  Col " + (area.getCaretColumn() + 1) + selectionText(),
                area.caretPositionProperty(), area.selectionProperty(), carets.countProperty());
    }

    private String selectionText() {
        if (carets.isActive()) return "  (" + carets.countProperty().get() + " carets)";
        int characters = area.getSelection().getLength();
        if (characters == 0) return "";
        long lines = area.getSelectedText().chars().filter(c -> c == '\n').count() + 1;
        return "  (" + characters + " selected" + (lines > 1 ? " in " + lines + " lines" : "") + ")";
    }

    /** @param body called when a name is clicked with Ctrl held; the caret is then in it */
    void onNameClicked(Runnable body) {
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) body.run();
        });
    }

    void setContextMenu(ContextMenu menu) { area.setContextMenu(menu); }

    /** The identifier around the caret, or empty. */
    public String wordAtCaret() { return Words.around(area.getText(area.getCurrentParagraph()), area.getCaretColumn()); }

    /** Offset of the caret. */
    public int caret() { return area.getCaretPosition(); }

    /** Offers what could be typed at the caret. */
    public void complete() { completion.open(); }

    /** Shows the parameters of the call around the caret. */
    public void showParameters() { callHint.open(); }

    /** Puts another text in place of the whole, as one undoable change that keeps the caret's place and what is in view. */
    public void replaceText(String text) { TextChanges.replace(area, text); }

    /** Gives the text the focus; a text that was just opened gets it as soon as it stands in the window. */
    public void focusText() {
        if (area.getScene() != null) {
            area.requestFocus();
            // the tab of a text that comes to the front is not visible yet
            if (area.getScene().getFocusOwner() != area) FxThread.later(area::requestFocus);
            return;
        }
        area.sceneProperty().addListener(new ChangeListener<>() {
            @Override public void changed(ObservableValue<? extends Scene> property, Scene old, Scene now) {
                area.sceneProperty().removeListener(this);
                FxThread.later(area::requestFocus); // its tab becomes visible in the layout this is part of
            }
        });
    }

    public void find() { findBar.open(); }

    public void replace() { findBar.open(true); }

    public void findStep(int direction) { findBar.step(direction); }

    public void toggleComment() { LineCommands.edit(area, Indentation::toggleComment); }

    /** Cuts the selection; without one, the line of the caret. */
    public static void cut(CodeArea area) {
        if (area.isEditable() && area.getSelection().getLength() == 0) LineCommands.select(area);
        area.cut();
    }

    /** Copies the selection; without one, the line of the caret. */
    public static void copy(CodeArea area) {
        int caret = area.getCaretPosition();
        boolean none = area.getSelection().getLength() == 0;
        if (none && area.isEditable()) LineCommands.select(area);
        area.copy();
        if (none) area.moveTo(caret);
    }

    /** One more caret, in the line above (-1) or below (1). */
    public void addCaret(int direction) { carets.addInLine(direction); }

    /** Selects the word at the caret, then with each call its next occurrence too. */
    public void addNextOccurrence() { carets.addNextOccurrence(); }

    /** Selects every occurrence of the selection or of the word at the caret. */
    public void selectOccurrences() { carets.selectOccurrences(); }

    /** Makes one line of the selected lines, or of this line and the next. */
    public void joinLines() { LineCommands.join(area); }

    /** Selects the next larger thing around the selection. */
    public void expandSelection() { selectionSteps.expand(); }

    /** Takes back a step of growing. */
    public void shrinkSelection() { selectionSteps.shrink(); }

    private void foldsChanged(Folding now) {
        gutter.setFolds(now);
        Map<Integer, String> hidden = new HashMap<>();
        now.folded().forEach((line, count) -> hidden.put(line, "… " + (count == 1 ? "1 line" : count + " lines")));
        lineHints.show(LineHints.Kind.FOLD, hidden);
    }

    /** Shows types at the ends of the lines of the names they belong to; they must belong to the text as it is now. */
    public void setTypeHints(List<InlayHint> hints) {
        Map<Integer, String> byLine = new TreeMap<>();
        for (InlayHint hint : hints) {
            Position at = area.offsetToPosition(Math.min(hint.offset(), area.getLength()), Bias.Forward);
            String name = Words.around(area.getText(at.getMajor()), at.getMinor());
            byLine.merge(at.getMajor() + 1, name + hint.text(), (a, b) -> a + "   " + b);
        }
        lineHints.show(LineHints.Kind.TYPES, byLine);
    }

    /** Lets the user choose below the caret. */
    public void offer(List<Choice> choices) {
        ContextMenu menu = new ContextMenu();
        for (Choice choice : choices) {
            MenuItem item = new MenuItem(choice.label());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choice.body().run());
            menu.getItems().add(item);
        }
        area.requestFollowCaret();
        area.getCaretBounds().ifPresent(caret -> menu.show(area, caret.getMinX(), caret.getMaxY() + 2));
    }

    /** Changes the text at several places as one step; the places are counted in the text as it is now. */
    public void apply(List<TextEdit> edits) { TextChanges.apply(area, edits); }

    /** Line of the caret, 1-based. */
    public ObservableValue<Integer> caretLine() { return area.caretPositionProperty().map(position -> area.getCurrentParagraph() + 1); }

    /** Offsets of the start and the end of the caret's line. */
    public Span caretLineSpan() {
        int start = area.getAbsolutePosition(area.getCurrentParagraph(), 0);
        return new Span(start, start + area.getParagraphLength(area.getCurrentParagraph()));
    }

    /** Hides the block around the caret, or shows what is hidden below its line. */
    public void toggleFold() { folding.toggleAround(area.getCurrentParagraph() + 1); }

    public void foldAll() { folding.foldAll(); }

    public void unfoldAll() { folding.unfoldAll(); }

    public void duplicateLines() { LineCommands.duplicate(area); }

    /** @param direction -1 up, 1 down */
    public void moveLines(int direction) { LineCommands.move(area, direction); }

    public void deleteLines() { LineCommands.delete(area); }

    /** Puts the caret at a 1-based place and shows it; places past the end go to the end. */
    public void goTo(int line, int column) {
        int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        int at = Math.clamp(column - 1, 0, area.getParagraphLength(paragraph));
        folding.reveal(paragraph + 1);
        area.moveTo(paragraph, at);
        area.showParagraphAtCenter(paragraph);
        focusText();
    }

    /** Puts the caret at an offset and shows it; an offset past the end goes to the end. */
    public void goToOffset(int offset) {
        Position place = area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), Bias.Forward);
        goTo(place.getMajor() + 1, place.getMinor() + 1);
    }

    /** What is selected, if it is part of one line, else empty. */
    public String selectedWords() { return area.getSelectedText().indexOf('\n') < 0 ? area.getSelectedText() : ""; }

    /** Marks the lines where processes are. The line of the selected one is coloured across, its variables follow at the end. */
    public void setMarks(LineMarks marks) {
        gutter.setMarks(marks);
        lineHints.show(LineHints.Kind.VALUES, marks.hints());
        lineHints.show(LineHints.Kind.WARNINGS, marks.warnings());
        if (markedLine == marks.selectedLine()) return;
        processLine(markedLine, false);
        markedLine = marks.selectedLine();
        processLine(markedLine, true);
    }

    /** The other styles of a line, such as that of hidden ones, stay. */
    private void processLine(int line, boolean marked) {
        if (line < 1 || line > area.getParagraphs().size()) return;
        Set<String> styles = new LinkedHashSet<>(area.getParagraph(line - 1).getParagraphStyle());
        if (marked ? styles.add(PROCESS_LINE) : styles.remove(PROCESS_LINE)) area.setParagraphStyle(line - 1, styles);
    }

    /** Shows the findings; they must belong to the text as it is now. */
    void setDiagnostics(List<Diagnostic> found) { diagnostics.show(found); }

    private void matchBrackets() {
        painter.setOverlay(Overlay.BRACKET, Brackets.pairAt(document.text(), area.getCaretPosition(), painter.tokens()));
    }
}
