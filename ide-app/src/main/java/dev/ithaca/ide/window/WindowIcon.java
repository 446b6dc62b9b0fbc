package dev.ithaca.ide.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The mark of the application, three processes and their links, drawn in the sizes that window systems ask for. */
final class WindowIcon {
    private static final double GRID = 32;

    private WindowIcon() {}

    static List<Image> images() { return Stream.of(16, 32, 64, 128).map(WindowIcon::image).toList(); }

    private static Image image(int size) {
        Rectangle plate = new Rectangle(GRID, GRID, Color.web("#0969da"));
        plate.setArcWidth(10);
        plate.setArcHeight(10);
        Group drawing = new Group(plate, link(16, 9, 9, 22), link(16, 9, 23, 22), process(16, 9), process(9, 22), process(23, 22));
        drawing.setScaleX(size / GRID);
        drawing.setScaleY(size / GRID);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return new Group(drawing).snapshot(parameters, null);
    }

    private static Circle process(double x, double y) { return new Circle(x, y, 4, Color.WHITE); }

    private static Line link(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.setStroke(Color.web("#ffffff99"));
        line.setStrokeWidth(2);
        return line;
    }
}
