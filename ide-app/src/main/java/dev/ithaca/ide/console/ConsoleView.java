package dev.ithaca.ide.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.EnumMap;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.fxmisc.richtext.util.UndoUtils;

/** Output of the program, selectable and with clickable places, and a line for its input. */
public final class ConsoleView extends BorderPane {
    static final int MAX_LINES = 20_000;
    private static final int TRIM_LINES = 4_000;
    private static final int BATCH_CHARS = 48 << 10;
    private static final int MAX_LINE_CHARS = 10_000;
    private static final double FONT_SIZE = 12;

    private final Console console;
    private final CodeArea text = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(text);
    private final TextField input = new TextField();
    private final Map<ConsoleBuffer.Kind, Collection<String>> styles = new EnumMap<>(ConsoleBuffer.Kind.class);
    private final Map<ConsoleBuffer.Kind, Collection<String>> linkStyles = new EnumMap<>(ConsoleBuffer.Kind.class);
    private int lineChars;

    /** Where clicks on places go. */
    @FunctionalInterface
    public interface PlaceOpener {
        void open(String file, int line, int column);
    }

    public ConsoleView(Console console, ObservableIntegerValue zoom, PlaceOpener places, LongConsumer processes) {
        this.console = console;
        for (ConsoleBuffer.Kind kind : ConsoleBuffer.Kind.values()) {
            String style = "console-" + kind.name().toLowerCase(Locale.ROOT);
            styles.put(kind, List.of(style));
            linkStyles.put(kind, List.of(style, "console-link"));
        }
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
        setCenter(scroll);
        setBottom(inputLine());
        console.setReader(this::read);
    }

    private HBox inputLine() {
        Label prompt = new Label("›");
        prompt.getStyleClass().add("console-prompt");
        input.setId("console-input");
        input.setAccessibleText("Input for the program");
        input.promptTextProperty().bind(Bindings.when(console.listeningProperty()).then("Type a line for the program, then Enter").otherwise(""));
        input.disableProperty().bind(console.listeningProperty().not());
        input.setOnAction(event -> {
            console.send(input.getText());
            input.clear();
        });
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(prompt, input);
        line.getStyleClass().add("console-input-line");
        line.visibleProperty().bind(console.listeningProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    public void focusText() {
        if (console.listeningProperty().get()) input.requestFocus();
        else text.requestFocus();
    }

    public void clear() {
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
        String shown = withoutEndlessLines(raw);
        int first = text.getParagraphs().size() - 1;
        boolean following = text.getSelection().getLength() == 0;
        text.append(shown, styles.get(kind));
        for (int paragraph = first; paragraph < text.getParagraphs().size(); paragraph++) {
            for (Links.Link link : Links.in(text.getText(paragraph))) {
                text.setStyle(paragraph, link.start(), link.end(), linkStyles.get(kind));
            }
        }
        if (following) text.moveTo(text.getLength());
    }

    /** Cuts lines that never end: laying out one line of a megabyte would freeze the window. */
    private String withoutEndlessLines(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') continue;
            lineChars = c == '\n' ? 0 : lineChars + 1;
            if (lineChars <= MAX_LINE_CHARS) out.append(c);
            if (lineChars == MAX_LINE_CHARS) out.append(" … the rest of this line is not shown");
        }
        return out.toString();
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
