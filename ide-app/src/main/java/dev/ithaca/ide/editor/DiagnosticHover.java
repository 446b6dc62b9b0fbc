package dev.ithaca.ide.editor;

import dev.ithaca.vm.syntax.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Shows what is wrong with the text under the mouse. */
final class DiagnosticHover {
    private final CodeArea area;
    private final IntFunction<List<Diagnostic>> at;
    private final Tooltip tooltip = new Tooltip();

    /** @param at the findings whose range holds an offset */
    private DiagnosticHover(CodeArea area, IntFunction<List<Diagnostic>> at) {
        this.area = area;
        this.at = at;
        tooltip.getStyleClass().add("diagnostic-hover");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(560);
    }

    static void install(CodeArea area, IntFunction<List<Diagnostic>> at) {
        DiagnosticHover hover = new DiagnosticHover(area, at);
        area.setMouseOverTextDelay(Duration.ofMillis(250));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, hover::show);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> hover.tooltip.hide());
    }

    private void show(MouseOverTextEvent event) {
        List<Diagnostic> found = at.apply(event.getCharacterIndex());
        if (found.isEmpty()) return;
        tooltip.setText(found.stream().map(DiagnosticHover::text).distinct().collect(Collectors.joining("\n\n")));
        tooltip.show(area, event.getScreenPosition().getX(), event.getScreenPosition().getY() + 16);
    }

    private static String text(Diagnostic diagnostic) {
        String help = diagnostic.help() == null ? "" : "\n→ " + diagnostic.help();
        return diagnostic.message() + help;
    }
}
