package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Documentation;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Tells about the text under the mouse: what is wrong with it, what it means, what it holds in the selected process. */
final class HoverCard {
    private static final Duration DELAY = Duration.ofMillis(250);
    private static final double WIDTH = 560;
    private static final int LONG_LINE = 70;

    private final CodeArea area;
    private final Document document;
    private final IntFunction<List<Diagnostic>> diagnostics;
    private final CodeHelp help;
    private final Tooltip tooltip = new Tooltip();
    private final VBox content = new VBox();
    private int asked;

    /** @param diagnostics the findings whose range holds an offset */
    private HoverCard(CodeArea area, Document document, IntFunction<List<Diagnostic>> diagnostics, CodeHelp help) {
        this.area = area;
        this.document = document;
        this.diagnostics = diagnostics;
        this.help = help;
        tooltip.getStyleClass().add("hover-card");
        tooltip.setGraphic(content);
        content.getStyleClass().add("hover-content");
    }

    static void install(CodeArea area, Document document, IntFunction<List<Diagnostic>> diagnostics, CodeHelp help) {
        HoverCard card = new HoverCard(area, document, diagnostics, help);
        area.setMouseOverTextDelay(DELAY);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, card::begin);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> card.end());
    }

    private void begin(MouseOverTextEvent event) {
        int mine = ++asked;
        double x = event.getScreenPosition().getX();
        double y = event.getScreenPosition().getY() + 16;
        content.getChildren().clear();
        List<Diagnostic> wrong = diagnostics.apply(event.getCharacterIndex());
        if (!wrong.isEmpty()) {
            add(wrong.stream().map(HoverCard::text).distinct().collect(Collectors.joining("\n\n")), "hover-problem");
            tooltip.show(area, x, y);
        }
        help.explain(document, event.getCharacterIndex(), explanation -> {
            if (mine != asked) return;
            add(explanation.signature(), "hover-signature");
            if (explanation.value() != null) add(explanation.value(), "hover-value");
            if (explanation.doc() != null) add(explanation.doc());
            // shown anew, so that it takes the size of what it holds now
            tooltip.hide();
            tooltip.show(area, x, y);
        });
    }

    private void end() {
        asked++;
        tooltip.hide();
    }

    private void add(Documentation doc) {
        if (!doc.description().isEmpty()) add(doc.description(), "hover-doc");
        if (!doc.examples().isEmpty()) add(String.join("\n", doc.examples()), "hover-example");
        if (!doc.cost().isEmpty()) add("Cost: " + doc.cost(), "hover-cost");
    }

    private void add(String text, String styleClass) {
        // unlike a label, a text knows its height before it is laid out
        Text part = new Text(text);
        part.getStyleClass().add(styleClass);
        if (text.lines().anyMatch(line -> line.length() > LONG_LINE)) part.setWrappingWidth(WIDTH);
        content.getChildren().add(part);
    }

    private static String text(Diagnostic diagnostic) {
        String help = diagnostic.help() == null ? "" : "\n→ " + diagnostic.help();
        return diagnostic.message() + help;
    }
}
