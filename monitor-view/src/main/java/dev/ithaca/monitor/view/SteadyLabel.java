package dev.ithaca.monitor.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * One line whose text changes all the time. It keeps the room that its longest text needed, so that what is around it stands
 * still and need not be laid out anew, which would cost more than all the rest of a refresh.
 */
final class SteadyLabel extends Region {
    private final Labeled label;
    /** For the longest text so far, in pixels. */
    private double room;

    /** @param id of the text */
    SteadyLabel(String id, Pos alignment) { this(new Label(), id, alignment); }

    /** @param label the text, in its own looks */
    SteadyLabel(Labeled label, String id, Pos alignment) {
        this.label = label;
        getStyleClass().add("steady-label");
        label.setId(id);
        label.setAlignment(alignment);
        label.setManaged(false);
        label.fontProperty().addListener((o, before, now) -> measureAnew());
        // before it has its looks it needs no room at all
        label.skinProperty().addListener((o, before, now) -> measureAnew());
        getChildren().setAll(label);
        setMinWidth(0);
    }

    void setText(String text) {
        if (text.equals(label.getText())) return;
        label.setText(text);
        makeRoom();
    }

    /** Size of its font, in pixels. */
    double em() { return label.getFont().getSize(); }

    void setTooltip(Tooltip tooltip) { label.setTooltip(tooltip); }

    /** What it had to say before tells nothing about what comes. */
    void forgetRoom() { measureAnew(); }

    private void measureAnew() {
        room = 0;
        requestLayout();
    }

    private void makeRoom() {
        // one that gets a fixed share of the line has no wish
        if (getPrefWidth() == USE_COMPUTED_SIZE && Math.ceil(label.prefWidth(-1)) > room) requestLayout();
    }

    @Override protected double computePrefWidth(double height) {
        room = Math.max(room, Math.ceil(label.prefWidth(-1)));
        return room;
    }

    @Override protected double computePrefHeight(double width) { return label.prefHeight(-1); }

    @Override protected double computeMinHeight(double width) { return label.minHeight(-1); }

    @Override public double getBaselineOffset() { return label.getBaselineOffset(); }

    @Override protected void layoutChildren() { label.resizeRelocate(0, 0, getWidth(), getHeight()); }
}
