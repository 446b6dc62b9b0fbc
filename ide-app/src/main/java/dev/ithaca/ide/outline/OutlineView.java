package dev.ithaca.ide.outline;

import dev.ithaca.ide.layout.PlaceList;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The definitions of the text in front as a list; a click goes to one. */
public final class OutlineView extends PlaceList<Definition> {
    public OutlineView(ObservableList<Definition> definitions, Consumer<Definition> open) {
        super("outline", "Definitions", definitions, new SimpleStringProperty("No definitions"), open);
        setCellFactory(list -> new Cell());
    }

    private static Ikon icon(Definition.Kind kind) {
        return switch (kind) {
            case FUNCTION -> MaterialDesignF.FUNCTION_VARIANT;
            case TYPE -> MaterialDesignS.SHAPE_OUTLINE;
            case TRAIT -> MaterialDesignP.PUZZLE_OUTLINE;
            case VALUE -> MaterialDesignA.ALPHA_V_BOX_OUTLINE;
            case MODULE -> MaterialDesignP.PACKAGE_VARIANT;
            case TEST -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
        };
    }

    private static final class Cell extends ListCell<Definition> {
        private final FontIcon icon = new FontIcon();

        @Override protected void updateItem(Definition definition, boolean empty) {
            super.updateItem(definition, empty);
            setText(empty ? null : definition.name());
            setGraphic(empty ? null : icon);
            if (empty) return;
            icon.setIconCode(icon(definition.kind()));
            icon.getStyleClass().removeIf(style -> style.startsWith("definition-"));
            icon.getStyleClass().add("definition-" + definition.kind().name().toLowerCase(Locale.ROOT));
        }
    }
}
