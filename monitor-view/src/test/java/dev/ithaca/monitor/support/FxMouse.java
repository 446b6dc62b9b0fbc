package dev.ithaca.monitor.support;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whole mouse gestures fired straight at a node. The robot of the headless platform loses modifiers and calls every press
 * a popup trigger, which column headers ignore.
 */
public final class FxMouse {
    private FxMouse() {}

    public static void click(Node node) { click(node, 1, false); }

    public static void click(Node node, int count) { click(node, count, false); }

    public static void shiftClick(Node node) { click(node, 1, true); }

    /** The pointer comes to the node. */
    public static void enter(Node node) {
        WaitForAsyncUtils.asyncFx(() -> fire(node, MouseEvent.MOUSE_ENTERED_TARGET, 0, false));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void click(Node node, int count, boolean shift) {
        WaitForAsyncUtils.asyncFx(() -> {
            for (int i = 1; i <= count; i++) {
                fire(node, MouseEvent.MOUSE_PRESSED, i, shift);
                fire(node, MouseEvent.MOUSE_RELEASED, i, shift);
                fire(node, MouseEvent.MOUSE_CLICKED, i, shift);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(Node node, EventType<MouseEvent> type, int count, boolean shift) {
        double x = node.getLayoutBounds().getCenterX();
        double y = node.getLayoutBounds().getCenterY();
        Point2D scene = node.localToScene(x, y);
        Point2D screen = node.localToScreen(x, y);
        Event.fireEvent(node, new MouseEvent(node, node, type, scene.getX(), scene.getY(), screen.getX(), screen.getY(),
                MouseButton.PRIMARY, count, shift, false, false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false,
                false, true, new PickResult(node, scene.getX(), scene.getY())));
    }
}
