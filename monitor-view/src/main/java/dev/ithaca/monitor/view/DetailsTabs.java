package dev.ithaca.monitor.view;

import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Tabs of which those that do not fit are left out as a whole, where JavaFX cuts them in the middle of a word; the menu at the end has them all. */
final class DetailsTabs extends TabPane {
    private final ChangeListener<Object> onMoved = (o, before, now) -> showWholeHeadings();
    private Pane headings;

    DetailsTabs() {
        getStyleClass().add("details-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    }

    @Override protected void layoutChildren() {
        super.layoutChildren();
        if (headings != null || !(lookup(".headers-region") instanceof Pane found)) return;
        headings = found;
        headings.getClip().boundsInParentProperty().addListener(onMoved);
        headings.getChildren().forEach(this::follow);
        headings.getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) change.getAddedSubList().forEach(this::follow);
        });
        showWholeHeadings();
    }

    private void follow(Node heading) { heading.boundsInParentProperty().addListener(onMoved); }

    private void showWholeHeadings() {
        Bounds window = headings.getClip().getBoundsInParent();
        for (Node heading : headings.getChildren()) {
            Bounds bounds = heading.getBoundsInParent();
            double beside = besideWords(heading);
            boolean whole = bounds.getMinX() + beside >= window.getMinX() && bounds.getMaxX() - beside <= window.getMaxX();
            heading.setOpacity(whole ? 1 : 0);
            heading.setMouseTransparent(!whole);
        }
    }

    /** On either side of the words; it may be cut. */
    private static double besideWords(Node heading) {
        double padding = heading instanceof Region region ? region.getInsets().getRight() : 0;
        return padding + (heading.lookup(".tab-label") instanceof Region label ? label.getInsets().getRight() : 0);
    }
}
