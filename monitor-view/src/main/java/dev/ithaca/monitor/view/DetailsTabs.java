package dev.ithaca.monitor.view;

import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;

/** Tabs of which those that do not fit are left out as a whole, where JavaFX cuts them in the middle of a word; the menu at the end has them all. */
final class DetailsTabs extends TabPane {
    /** Beside the words of a heading, in pixels: it may be cut. */
    private static final double PADDING = 6;

    private final InvalidationListener onMoved = o -> showWholeHeadings();
    private Pane headings;

    DetailsTabs() {
        getStyleClass().add("details-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    }

    @Override protected void layoutChildren() {
        super.layoutChildren();
        if (headings != null || !(lookup(".headers-region") instanceof Pane found)) return;
        headings = found;
        headings.clipProperty().addListener(onMoved);
        headings.getClip().layoutBoundsProperty().addListener(onMoved);
        headings.getChildren().forEach(this::follow);
        headings.getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) change.getAddedSubList().forEach(this::follow);
        });
        showWholeHeadings();
    }

    private void follow(Node heading) { heading.boundsInParentProperty().addListener(onMoved); }

    private void showWholeHeadings() {
        if (headings.getClip() == null) return;
        Bounds window = headings.getClip().getBoundsInParent();
        for (Node heading : headings.getChildren()) {
            Bounds bounds = heading.getBoundsInParent();
            boolean whole = bounds.getMinX() >= window.getMinX() - PADDING && bounds.getMaxX() <= window.getMaxX() + PADDING;
            heading.setOpacity(whole ? 1 : 0);
            heading.setMouseTransparent(!whole);
        }
    }
}
