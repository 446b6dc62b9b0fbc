package dev.ithaca.ide.search;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Three switches: match case, whole words, regular expression. */
public final class SearchOptions extends HBox {
    private final ToggleButton matchCase = option("Aa", "Match case");
    private final ToggleButton wholeWord = option("W", "Whole words");
    private final ToggleButton regex = option(".*", "Regular expression");

    /** @param changed called when a switch was turned */
    public SearchOptions(Runnable changed) {
        getStyleClass().add("find-row");
        for (ToggleButton option : List.of(matchCase, wholeWord, regex)) {
            option.selectedProperty().addListener((property, old, now) -> changed.run());
            getChildren().add(option);
        }
    }

    private static ToggleButton option(String text, String what) {
        ToggleButton option = new ToggleButton(text);
        option.setAccessibleText(what);
        option.setTooltip(new Tooltip(what));
        option.setFocusTraversable(false);
        option.setMinWidth(Region.USE_PREF_SIZE);
        option.getStyleClass().add("small");
        return option;
    }

    /** What is looked for with these switches. */
    public SearchQuery query(String text) { return new SearchQuery(text, matchCase.isSelected(), wholeWord.isSelected(), regex.isSelected()); }
}
