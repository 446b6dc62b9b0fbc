package dev.ithaca.ide.window;

import dev.ithaca.ide.analysis.Analysis;
import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.settings.Settings;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Shows the types that the compiler found at the ends of the lines of the text in front, if the user wants them. */
final class TypeHints {
    private static final String SETTING = "show.types";

    private final EditorTabs tabs;
    private final CodeInsight insight;
    private final BooleanProperty shown;

    TypeHints(EditorTabs tabs, CodeInsight insight, Analysis analysis, Settings settings) {
        this.tabs = tabs;
        this.insight = insight;
        shown = new SimpleBooleanProperty(settings.flag(SETTING, false));
        shown.addListener((property, old, now) -> {
            settings.put(SETTING, now);
            settings.save();
            refresh();
        });
        analysis.roundProperty().addListener((property, old, now) -> refresh());
    }

    /** Remembered from start to start. */
    BooleanProperty shownProperty() { return shown; }

    private void refresh() { tabs.activeEditor().ifPresent(this::refresh); }

    private void refresh(EditorView editor) {
        if (!shown.get()) {
            editor.setTypeHints(List.of());
            return;
        }
        long revision = editor.document().revision();
        insight.typeHints(editor.document(), hints -> {
            if (editor.document().revision() == revision) editor.setTypeHints(hints);
        });
    }
}
