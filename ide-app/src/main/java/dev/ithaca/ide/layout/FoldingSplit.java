package dev.ithaca.ide.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** A split pane whose parts fold away and come back with the size they had. */
public final class FoldingSplit extends SplitPane {
    private final List<Part> parts = new ArrayList<>();
    private boolean placed;
    /** Laid out since parts came or went. */
    private boolean settled;

    /** One part: its node and whether it is shown. Sizes are in pixels; 0 for the part that takes what is left. */
    private static final class Part {
        private final Node node;
        private final BooleanProperty shown = new SimpleBooleanProperty(true);
        private double size;

        Part(Node node, double size) {
            this.node = node;
            this.size = size;
        }
    }

    public FoldingSplit(Orientation orientation) {
        setOrientation(orientation);
        getStyleClass().add("folding-split");
    }

    /** @param size width or height in pixels at first, 0 for the one part that takes what is left */
    public FoldingSplit with(Node node, double size) {
        Part part = new Part(node, size);
        parts.add(part);
        SplitPane.setResizableWithParent(node, size == 0);
        part.shown.addListener((property, old, now) -> arrange());
        arrange();
        return this;
    }

    /** Whether a part is shown; set it to fold or unfold. */
    public BooleanProperty shownProperty(Node node) {
        return parts.stream().filter(part -> part.node == node).findFirst().orElseThrow().shown;
    }

    /** Size of a part as it is or was when last shown. */
    public double size(Node node) {
        remember();
        return parts.stream().filter(part -> part.node == node).findFirst().orElseThrow().size;
    }

    private double length() {
        return getOrientation() == Orientation.HORIZONTAL ? getWidth() - snappedLeftInset() - snappedRightInset()
                : getHeight() - snappedTopInset() - snappedBottomInset();
    }

    /** Parts that fill the place of the one that takes what is left have no size of their own then, and those not laid out yet neither. */
    private void remember() {
        if (!settled || parts.stream().noneMatch(part -> part.size == 0 && getItems().contains(part.node))) return;
        for (Part part : parts) {
            if (part.size == 0 || !getItems().contains(part.node)) continue;
            double now = getOrientation() == Orientation.HORIZONTAL ? part.node.getLayoutBounds().getWidth() : part.node.getLayoutBounds().getHeight();
            if (now > 0) part.size = now;
        }
    }

    private void arrange() {
        remember();
        settled = false;
        getItems().setAll(parts.stream().filter(part -> part.shown.get()).map(part -> part.node).toList());
        place();
    }

    @Override protected void layoutChildren() {
        if (!placed && length() > 0) {
            placed = true;
            place();
        }
        super.layoutChildren();
        settled = true;
    }

    private void place() {
        double total = length();
        if (total <= 0) return;
        List<Part> visible = parts.stream().filter(part -> part.shown.get()).toList();
        double divider = dividerSize();
        double left = total - visible.stream().mapToDouble(part -> part.size).sum() - divider * (visible.size() - 1);
        double at = 0;
        for (int i = 0; i + 1 < visible.size(); i++) {
            double size = visible.get(i).size;
            at += size == 0 ? Math.max(80, left) : size;
            // a divider is centred at its position
            setDividerPosition(i, Math.min(1, (at + divider / 2) / total));
            at += divider;
        }
    }

    private double dividerSize() {
        return getChildrenUnmodifiable().stream().filter(child -> child.getStyleClass().contains("split-pane-divider")).findFirst().map(child -> {
            child.applyCss();
            return child.prefWidth(-1);
        }).orElse(0.0);
    }
}
