package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.FlowRow;
import dev.ithaca.monitor.model.FlowText;
import dev.ithaca.monitor.viewmodel.SourceModel;
import dev.ithaca.vm.inspect.FlowEvent;
import dev.ithaca.vm.inspect.InspectedValue;
import dev.ithaca.vm.inspect.Place;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/** The message selected in the picture: from whom to whom, where it was sent, what has become of it, and its value as a tree. */
final class FlowValue extends BorderPane {
    private final SourceModel source;
    private final Label title = new Label();
    private final Hyperlink place = new Hyperlink();
    private final Label remark = new Label();
    private ValuePane value;
    private FlowRow shown;

    /** @param back called when the user is done with it */
    FlowValue(SourceModel source, Runnable back) {
        this.source = source;
        setId("flow-value");
        getStyleClass().add("flow-value");
        title.getStyleClass().add("details-title");
        place.setId("flow-place");
        place.getStyleClass().add("place-link");
        place.setOnAction(click -> open());
        remark.getStyleClass().add("flow-remark");
        remark.setId("flow-fate");
        var heading = new FlowPane(title, place, remark);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("flow-value-heading");
        setTop(heading);
        setMinSize(0, 0);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean leaves = key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.LEFT && value != null && value.isAtTop();
            if (!leaves) return;
            back.run();
            key.consume();
        });
    }

    void show(FlowRow row) {
        if (row == shown) return;
        shown = row;
        FlowEvent e = row.event();
        title.setText(e.isMessage() ? (e.from() == 0 ? "machine" : Format.pid(e.from())) + " → " + Format.pid(e.to()) : Format.pid(e.from()) + " " + row.text());
        Place at = e.place();
        String where = at == null ? "" : Format.place(at.file(), at.line());
        place.setText(where);
        Controls.setShown(place, !where.isEmpty());
        String became = e.kind() == FlowEvent.Kind.TAKEN ? "taken" : FlowText.remark(e.kind());
        remark.setText(became);
        if (!e.isMessage()) {
            value = null;
            setCenter(null);
            return;
        }
        var message = new InspectedValue(e.from(), "message", e.value());
        if (value == null) value = new ValuePane(message);
        else value.show(message);
        setCenter(value.node());
    }

    /** Goes to where the message was sent, or the process started. */
    void open() {
        Place at = shown == null ? null : shown.event().place();
        source.open(at == null ? null : at.file(), at == null ? 0 : at.line());
    }

    void focus() {
        if (value != null) value.focus();
    }
}
