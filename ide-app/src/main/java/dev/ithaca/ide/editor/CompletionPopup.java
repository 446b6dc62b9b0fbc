package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.service.Completion;
import dev.ithaca.vm.service.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * Proposals at the caret: asked for with a key, or offered while a name is typed and after a dot. They are made once per
 * name and narrowed down while it grows. Arrows choose, Enter and Tab take, Esc closes.
 */
final class CompletionPopup {
    private static final int LETTERS_BEFORE_OFFER = 2;
    private static final double GAP = 2;

    private final Document document;
    private final CodeArea area;
    private final CodeHelp help;
    private final IntConsumer wrotePartner;
    private final CompletionList list = new CompletionList(this::accept);
    private Completion completion = Completion.NONE;
    private int asked;
    private final BooleanSupplier quiet;
    private final SnippetSession snippets;
    private boolean accepting;

    /**
     * @param layer lies over the text and has its size
     * @param wrotePartner told the offset of a closing bracket that came with a proposal
     * @param quiet whether nothing is to be offered unasked
     */
    CompletionPopup(Document document, CodeArea area, Pane layer, CodeHelp help, IntConsumer wrotePartner, BooleanSupplier quiet) {
        this.document = document;
        this.area = area;
        this.help = help;
        this.wrotePartner = wrotePartner;
        this.quiet = quiet;
        layer.getChildren().add(list);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.plainTextChanges().subscribe(this::typed);
        area.caretPositionProperty().addListener((property, old, now) -> caretMoved());
        area.focusedProperty().addListener((property, old, now) -> {
            if (!now) close();
        });
        snippets = new SnippetSession(area);
    }

    /** Asks for proposals at the caret. */
    void open() { ask(area.getCaretPosition(), true); }

    /** @param caret where it is once the edit in progress is done */
    private void ask(int caret, boolean wanted) {
        int mine = ++asked;
        help.complete(document, caret, answer -> {
            if (mine != asked || !area.isFocused() || area.getCaretPosition() < answer.start()) return;
            completion = answer;
            narrow(wanted);
        });
    }

    private void typed(PlainTextChange change) {
        if (accepting || quiet.getAsBoolean() || !area.isFocused()) return;
        boolean one = change.getInserted().length() == 1 && change.getRemoved().isEmpty();
        boolean erased = change.getInserted().isEmpty() && change.getRemoved().length() == 1;
        if (list.isVisible() && (one || erased)) return; // the caret's move narrows
        if (!one) {
            close();
            return;
        }
        int caret = change.getInsertionEnd();
        String text = area.getText(Math.max(0, caret - LETTERS_BEFORE_OFFER - 1), caret);
        char last = text.charAt(text.length() - 1);
        if (last == '.' && !text.endsWith("..")) ask(caret, false);
        else if (isPart(last) && wordLength(caret) == LETTERS_BEFORE_OFFER) ask(caret, false);
        else if (!isPart(last)) close();
    }

    private static boolean isPart(char c) { return Character.isLetterOrDigit(c) || c == '_'; }

    private int wordLength(int caret) {
        String before = area.getText(Math.max(0, caret - 64), caret);
        int length = 0;
        while (length < before.length() && isPart(before.charAt(before.length() - 1 - length))) length++;
        return length;
    }

    private void caretMoved() {
        if (!list.isVisible() || accepting) return;
        int caret = area.getCaretPosition();
        if (caret < completion.start() || !area.getText(completion.start(), caret).chars().allMatch(c -> isPart((char) c))) close();
        else narrow(false);
    }

    private void narrow(boolean wanted) {
        int caret = area.getCaretPosition();
        String typed = area.getText(completion.start(), caret);
        if (!typed.chars().allMatch(c -> isPart((char) c))) {
            close();
            return;
        }
        List<Completion.Proposal> fitting = new ArrayList<>(completion.matching(typed));
        if (!isMember()) fitting.addAll(namesAtHand(fitting), SnippetProposals.of(typed));
        boolean complete = fitting.size() == 1 && fitting.getFirst().insert().equals(typed) && SnippetProposals.snippet(fitting.getFirst()).isEmpty();
        if (fitting.isEmpty() || complete && !wanted) {
            close();
            return;
        }
        list.show(fitting);
        place();
    }

    /** How many of the proposals, from the first, need no import. */
    private static int namesAtHand(List<Completion.Proposal> proposals) { return (int) proposals.stream().takeWhile(proposal -> proposal.edits().isEmpty()).count(); }

    /** Whether the name follows a dot. */
    private boolean isMember() { return completion.start() > 0 && area.getText(completion.start() - 1, completion.start()).equals("."); }

    /** Below the start of the name, or above it where there is more room. */
    private void place() {
        Bounds at = startOnScreen();
        Pane layer = (Pane) list.getParent();
        Point2D below = at == null ? null : layer.screenToLocal(at.getMinX(), at.getMaxY());
        if (below == null) {
            close();
            return;
        }
        double above = layer.screenToLocal(at.getMinX(), at.getMinY()).getY();
        double height = list.prefHeight(CompletionList.WIDTH);
        boolean fitsBelow = below.getY() + GAP + height <= layer.getHeight() || above < layer.getHeight() / 2;
        double width = Math.min(CompletionList.WIDTH, layer.getWidth());
        list.resizeRelocate(Math.max(0, Math.min(below.getX(), layer.getWidth() - width)), fitsBelow ? below.getY() + GAP : above - GAP - height, width, height);
    }

    private Bounds startOnScreen() {
        int start = completion.start();
        return start < area.getCaretPosition() ? area.getCharacterBoundsOnScreen(start, start + 1).orElse(null) : area.getCaretBounds().orElse(null);
    }

    private void close() {
        asked++;
        list.setVisible(false);
    }

    private void keyPressed(KeyEvent event) {
        if (!list.isVisible() || event.isConsumed() || event.isShortcutDown() || event.isAltDown()) return;
        switch (event.getCode()) {
            case UP -> list.move(-1);
            case DOWN -> list.move(1);
            case PAGE_UP -> list.page(-1);
            case PAGE_DOWN -> list.page(1);
            case ESCAPE -> close();
            case ENTER, TAB -> {
                if (event.isShiftDown() || list.selected() == null) return;
                Optional<Completion.Proposal> chosen = chosen(event.getCode());
                if (chosen.isEmpty()) {
                    close(); // nothing left to complete: the key means what it says
                    return;
                }
                accept(chosen.get());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What a key takes: Tab the snippet whose name is typed in full, else what is selected; nothing if that is typed already. */
    private Optional<Completion.Proposal> chosen(KeyCode key) {
        String typed = area.getText(completion.start(), area.getCaretPosition());
        Optional<Completion.Proposal> named = key == KeyCode.TAB && !isMember() ? SnippetProposals.of(typed).stream().filter(p -> p.name().equals(typed)).findFirst() : Optional.empty();
        boolean complete = list.selected().name().equals(typed) && SnippetProposals.snippet(list.selected()).isEmpty();
        return named.or(() -> complete ? Optional.empty() : Optional.of(list.selected()));
    }

    private void accept(Completion.Proposal proposal) {
        Optional<Snippet> snippet = SnippetProposals.snippet(proposal);
        if (snippet.isPresent()) fillIn(snippet.get());
        else write(proposal);
        area.requestFocus();
    }

    private void fillIn(Snippet snippet) {
        accepting = true;
        snippets.start(snippet, completion.start(), area.getCaretPosition());
        accepting = false;
        close();
    }

    private void write(Completion.Proposal proposal) {
        accepting = true;
        int start = completion.start();
        area.replaceText(start, area.getCaretPosition(), proposal.insert());
        for (TextEdit edit : proposal.edits()) {
            area.replaceText(edit.start(), edit.end(), edit.text());
            start += edit.text().length() - (edit.end() - edit.start());
        }
        area.moveTo(start + proposal.caret());
        int last = proposal.insert().length() - 1;
        if (proposal.caret() <= last && proposal.insert().charAt(last) == ')') wrotePartner.accept(start + last);
        accepting = false;
        close();
    }
}
