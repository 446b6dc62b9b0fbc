package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.UndoModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Offers to take the last kill back, as long as that is possible; takes no room else. */
public final class UndoBar extends HBox {
    private final Label text = new Label();

    public UndoBar(UndoModel model, MonitorActions actions, Runnable focusTable) {
        setId("undo-bar");
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var button = new Button("Undo (" + actions.undoKill.keysText() + ")");
        button.setId("undo-kill");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> {
            actions.undoKill.run();
            focusTable.run();
        });
        getChildren().setAll(text, button);
        model.offerProperty().addListener((o, before, now) -> show(now));
        show(model.offerProperty().get());
    }

    private void show(UndoModel.Offer offer) {
        if (offer != null) text.setText(offer.text());
        Controls.setShown(this, offer != null);
    }
}
