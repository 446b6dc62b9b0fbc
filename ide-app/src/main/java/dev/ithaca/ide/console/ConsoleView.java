package dev.ithaca.ide.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.fxmisc.richtext.util.UndoUtils;

/** Output of the program, selectable and with clickable places, and a line for its input. */
public final class ConsoleView extends BorderPane {
    static final int MAX_LINES = 20_000;
    private static final int TRIM_LINES = 4_000;
    private static final int BATCH_CHARS = 16 << 10;
    private static final int MAX_LINE_CHARS = 10_000;
    private static final double FONT_SIZE = 12;

    private final Console console;
    private final CodeArea text = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(text);
    private final ConsoleInput input;
    private final ConsoleFind find = new ConsoleFind(text);
    private final Map<ConsoleBuffer.Kind, AnsiText> terminals = new EnumMap<>(ConsoleBuffer.Kind.class);
    private final Map<Look, Collection<String>> styles = new HashMap<>();
    private int lineChars;

    /** Where clicks on places go. */
    @FunctionalInterface
    public interface PlaceOpener {
        void open(String file, int line, int column);
    }

    public ConsoleView(Console console, ObservableIntegerValue zoom, PlaceOpener places, LongConsumer processes) {
        this.console = console;
        input = new ConsoleInput(console);
        restartTerminals();
        text.setId("console");
        text.getStyleClass().add("console");
        text.setEditable(false);
        text.setUndoManager(UndoUtils.noOpUndoManager());
        text.setAutoScrollOnDragDesired(true);
        text.setAccessibleText("Program output");
        text.styleProperty().bind(Bindings.createStringBinding(() -> "-fx-font-size: " + FONT_SIZE * zoom.get() / 100 + "px;", zoom));
        Label placeholder = new Label("What your program prints appears here.");
        placeholder.getStyleClass().add("placeholder");
        text.setPlaceholder(placeholder);
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(event, places, processes));
        text.addEventHandler(MouseEvent.MOUSE_MOVED, event -> text.setCursor(linkAt(event) == null ? Cursor.TEXT : Cursor.HAND));
        setTop(find);
        setCenter(scroll);
        setBottom(input);
        console.setReader(this::read);
    }

    public void focusText() {
        if (console.listeningProperty().get()) input.focusField();
        else text.requestFocus();
    }

    /** What a right click in the output offers; it works on the output. */
    public void setContextMenu(ContextMenu menu) {
        menu.setOnShowing(event -> text.requestFocus());
        text.setContextMenu(menu);
    }

    /** Lets the user search the output. */
    public void find() { find.open(); }

    private void restartTerminals() {
        for (ConsoleBuffer.Kind kind : ConsoleBuffer.Kind.values()) terminals.put(kind, new AnsiText());
    }

    public void clear() {
        restartTerminals();
        console.buffer().clear();
        text.clear();
        lineChars = 0;
    }

    /** The text shown now. */
    public String shownText() { return text.getText(); }

    private void read() {
        ConsoleBuffer.Batch batch = console.buffer().take(BATCH_CHARS);
        if (batch.droppedLines() > 0) {
            append(ConsoleBuffer.Kind.SYSTEM, freshLine() + String.format(Locale.ROOT, "… %,d lines came too fast to show …%n", batch.droppedLines()));
        }
        for (ConsoleBuffer.Piece piece : batch.pieces()) {
            String prefix = piece.kind() == ConsoleBuffer.Kind.SYSTEM ? freshLine() : "";
            append(piece.kind(), prefix + piece.text());
        }
        trim();
        text.requestFollowCaret();
        if (!console.buffer().isEmpty()) console.soon();
    }

    private String freshLine() { return text.getLength() > 0 && text.getParagraphLength(text.getParagraphs().size() - 1) > 0 ? "\n" : ""; }

    private void append(ConsoleBuffer.Kind kind, String raw) {
        int first = text.getParagraphs().size() - 1;
        boolean following = text.getSelection().getLength() == 0;
        for (AnsiText.Run run : terminals.get(kind).read(raw)) write(run.text(), style(new Look(kind, run.style(), false)));
        for (int paragraph = first; paragraph < text.getParagraphs().size(); paragraph++) {
            for (Links.Link link : Links.in(text.getText(paragraph))) {
                text.setStyle(paragraph, link.start(), link.end(), style(new Look(kind, AnsiText.Style.PLAIN, true)));
            }
        }
        if (following) text.moveTo(text.getLength());
    }

    /** How a stretch of output looks. */
    private record Look(ConsoleBuffer.Kind kind, AnsiText.Style style, boolean link) {}

    private Collection<String> style(Look look) {
        return styles.computeIfAbsent(look, wanted -> {
            List<String> classes = new ArrayList<>(List.of("console-" + wanted.kind().name().toLowerCase(Locale.ROOT)));
            if (wanted.style().colour() != null) classes.add("console-" + wanted.style().colour());
            if (wanted.style().bold()) classes.add("console-bold");
            if (wanted.link()) classes.add("console-link");
            return List.copyOf(classes);
        });
    }

    /** Writes at the end; a carriage return that does not end the line starts it anew, as progress bars do. */
    private void write(String raw, Collection<String> style) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                boolean lineEnd = i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
                if (!lineEnd) startLineAnew(out);
                continue;
            }
            lineChars = c == '\n' ? 0 : lineChars + 1;
            // laying out one line of a megabyte would freeze the window
            if (lineChars <= MAX_LINE_CHARS) out.append(c);
            if (lineChars == MAX_LINE_CHARS) out.append(" … the rest of this line is not shown");
        }
        text.append(out.toString(), style);
    }

    private void startLineAnew(StringBuilder out) {
        int line = out.lastIndexOf("\n") + 1;
        if (line == 0) {
            int last = text.getParagraphs().size() - 1;
            text.deleteText(last, 0, last, text.getParagraphLength(last));
        }
        out.setLength(line);
        lineChars = 0;
    }

    private void trim() {
        int lines = text.getParagraphs().size();
        if (lines > MAX_LINES) text.deleteText(0, 0, lines - MAX_LINES + TRIM_LINES, 0);
    }

    private void clicked(MouseEvent event, PlaceOpener places, LongConsumer processes) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) return;
        switch (linkAt(event)) {
            case Links.Link.Place place -> places.open(place.file(), place.line(), place.column());
            case Links.Link.Process process -> processes.accept(process.pid());
            case null -> { }
        }
    }

    private Links.Link linkAt(MouseEvent event) {
        OptionalInt character = text.hit(event.getX(), event.getY()).getCharacterIndex();
        if (character.isEmpty()) return null;
        Position position = text.offsetToPosition(character.getAsInt(), Bias.Forward);
        return Links.in(text.getText(position.getMajor())).stream()
                .filter(link -> link.start() <= position.getMinor() && position.getMinor() < link.end()).findFirst().orElse(null);
    }
}
