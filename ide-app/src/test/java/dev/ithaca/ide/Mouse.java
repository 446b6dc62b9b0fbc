package dev.ithaca.ide;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** Whole clicks fired at a node; the headless robot's presses count as popup triggers, which column headers ignore. */
final class Mouse {
    private Mouse() {}

    static void click(Node node) { click(node, MouseButton.PRIMARY, 1); }

    static void click(Node node, MouseButton button) { click(node, button, 1); }

    static void doubleClick(Node node) {
        click(node, MouseButton.PRIMARY, 1);
        click(node, MouseButton.PRIMARY, 2);
    }

    /** Presses a button of the interface, wherever it is. */
    static void fire(Node button) { Ide.run(((ButtonBase) button)::fire); }

    /** A click with Alt held, which the headless robot's presses do not tell, at a place of the screen. */
    static void altClick(Node node, double screenX, double screenY) {
        Ide.run(() -> {
            Point2D place = node.localToScene(node.screenToLocal(screenX, screenY));
            PickResult pick = new PickResult(node, place.getX(), place.getY());
            Event.fireEvent(node, new MouseEvent(node, node, MouseEvent.MOUSE_PRESSED, place.getX(), place.getY(), screenX, screenY, MouseButton.PRIMARY, 1,
                    false, false, true, false, true, false, false, false, false, true, pick));
            Event.fireEvent(node, new MouseEvent(node, node, MouseEvent.MOUSE_RELEASED, place.getX(), place.getY(), screenX, screenY, MouseButton.PRIMARY, 1,
                    false, false, true, false, false, false, false, false, false, true, pick));
        });
    }

    private static void click(Node node, MouseButton button, int count) {
        Ide.run(() -> {
            fire(node, MouseEvent.MOUSE_PRESSED, button, count, true);
            fire(node, MouseEvent.MOUSE_RELEASED, button, count, false);
            fire(node, MouseEvent.MOUSE_CLICKED, button, count, false);
        });
    }

    private static void fire(Node node, EventType<MouseEvent> type, MouseButton button, int count, boolean down) {
        double x = node.getLayoutBounds().getCenterX();
        double y = node.getLayoutBounds().getCenterY();
        Point2D scene = node.localToScene(x, y);
        Point2D screen = node.localToScreen(x, y);
        Event.fireEvent(node, new MouseEvent(node, node, type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), button, count,
                false, false, false, false, down && button == MouseButton.PRIMARY, down && button == MouseButton.MIDDLE, false, false, false, true, new PickResult(node, scene.getX(), scene.getY())));
    }
}
