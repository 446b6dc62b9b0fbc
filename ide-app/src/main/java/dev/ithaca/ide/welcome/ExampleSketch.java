package dev.ithaca.ide.welcome;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A small picture of an example: its processes as circles, who talks to whom as lines, messages as squares. */
final class ExampleSketch extends Pane {
    static final double WIDTH = 96;
    static final double HEIGHT = 56;
    private static final double RADIUS = 6;
    private static final double MESSAGE = 5;

    /** How a circle looks. */
    private enum Look { PLAIN, STRONG, DEAD }

    private record Dot(double x, double y, Look look) {
        static Dot plain(double x, double y) { return new Dot(x, y, Look.PLAIN); }

        static Dot strong(double x, double y) { return new Dot(x, y, Look.STRONG); }
    }

    /** @param from index of a dot, @param to index of a dot */
    private record Edge(int from, int to) {}

    private record Square(double x, double y) {}

    private record Drawing(List<Dot> dots, List<Edge> edges, List<Square> messages) {}

    private static final Map<String, Drawing> DRAWINGS = Map.ofEntries(
            Map.entry("bank.nos", new Drawing(List.of(Dot.strong(18, 14), Dot.strong(48, 14), Dot.strong(78, 14), Dot.plain(18, 42), Dot.plain(48, 42), Dot.plain(78, 42)),
                    List.of(new Edge(0, 3), new Edge(1, 4), new Edge(2, 5)), List.of(new Square(48, 28)))),
            Map.entry("failures.nos", new Drawing(List.of(Dot.strong(22, 28), new Dot(50, 28, Look.DEAD), Dot.plain(78, 28)), List.of(), List.of())),
            Map.entry("fairness.nos", new Drawing(List.of(Dot.strong(22, 28), Dot.plain(50, 28), Dot.plain(64, 28), Dot.plain(78, 28)), List.of(), List.of())),
            Map.entry("guess.nos", new Drawing(List.of(Dot.plain(20, 28), Dot.strong(76, 28)), List.of(new Edge(0, 1)), List.of(new Square(34, 28), new Square(48, 28), new Square(60, 28)))),
            Map.entry("hello.nos", new Drawing(List.of(Dot.strong(48, 28)), List.of(), List.of())),
            Map.entry("mailbox.nos", new Drawing(List.of(Dot.plain(12, 10), Dot.plain(12, 28), Dot.plain(12, 46), Dot.strong(84, 28)),
                    List.of(new Edge(0, 3), new Edge(1, 3), new Edge(2, 3)), IntStream.range(0, 5).mapToObj(i -> new Square(44 + 7 * i, 28)).toList())),
            Map.entry("philosophers.nos", ring(5)),
            Map.entry("ping_pong.nos", new Drawing(List.of(Dot.strong(20, 28), Dot.strong(76, 28)), List.of(new Edge(0, 1)), List.of(new Square(56, 28)))),
            Map.entry("ring.nos", ring(9)),
            Map.entry("shapes.nos", new Drawing(List.of(Dot.plain(12, 46), Dot.plain(30, 12), Dot.plain(48, 46), Dot.strong(78, 28)),
                    List.of(new Edge(0, 1), new Edge(1, 2), new Edge(2, 0)), List.of())),
            Map.entry("shared_state.nos", new Drawing(List.of(Dot.plain(14, 12), Dot.plain(14, 44), Dot.plain(82, 12), Dot.plain(82, 44), Dot.strong(48, 28)),
                    List.of(new Edge(0, 4), new Edge(1, 4), new Edge(2, 4), new Edge(3, 4)), List.of())),
            Map.entry("supervisor.nos", new Drawing(List.of(Dot.strong(48, 12), Dot.plain(20, 44), new Dot(48, 44, Look.DEAD), Dot.plain(76, 44)),
                    List.of(new Edge(0, 1), new Edge(0, 2), new Edge(0, 3)), List.of())),
            Map.entry("words.nos", new Drawing(List.of(), List.of(), IntStream.range(0, 4)
                    .mapToObj(column -> IntStream.range(0, 6 - column).mapToObj(row -> new Square(27 + 14 * column, 48 - 8 * row))).flatMap(squares -> squares).toList())),
            Map.entry("worker_pool.nos", new Drawing(List.of(Dot.strong(16, 28), Dot.plain(80, 8), Dot.plain(80, 22), Dot.plain(80, 36), Dot.plain(80, 50)),
                    List.of(new Edge(0, 1), new Edge(0, 2), new Edge(0, 3), new Edge(0, 4)), List.of(new Square(48, 18), new Square(48, 38)))));

    /** For an example that has no picture of its own. */
    private static final Drawing ANY = new Drawing(List.of(Dot.strong(48, 12), Dot.plain(28, 42), Dot.plain(68, 42)), List.of(new Edge(0, 1), new Edge(0, 2)), List.of());

    ExampleSketch(String example) {
        Drawing drawing = DRAWINGS.getOrDefault(example, ANY);
        getStyleClass().add("sketch");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        Stream<Node> lines = drawing.edges().stream().map(edge -> line(drawing.dots().get(edge.from()), drawing.dots().get(edge.to())));
        Stream<Node> dots = drawing.dots().stream().map(ExampleSketch::circle);
        Stream<Node> messages = drawing.messages().stream().map(ExampleSketch::square);
        getChildren().addAll(Stream.of(lines, dots, messages).flatMap(nodes -> nodes).toList());
    }

    private static Drawing ring(int size) {
        List<Dot> dots = IntStream.range(0, size).mapToObj(i -> new Dot(48 + 34 * Math.sin(2 * Math.PI * i / size), 28 - 21 * Math.cos(2 * Math.PI * i / size),
                i == 1 ? Look.STRONG : Look.PLAIN)).toList();
        return new Drawing(dots, IntStream.range(0, size).mapToObj(i -> new Edge(i, (i + 1) % size)).toList(), List.of());
    }

    private static Node line(Dot from, Dot to) {
        Line line = new Line(from.x(), from.y(), to.x(), to.y());
        line.getStyleClass().add("sketch-line");
        return line;
    }

    private static Node circle(Dot dot) {
        Circle circle = new Circle(dot.x(), dot.y(), dot.look() == Look.STRONG ? RADIUS + 2 : RADIUS);
        circle.getStyleClass().addAll("sketch-dot", switch (dot.look()) {
            case PLAIN -> "sketch-plain";
            case STRONG -> "sketch-strong";
            case DEAD -> "sketch-dead";
        });
        return circle;
    }

    private static Node square(Square square) {
        Rectangle rectangle = new Rectangle(square.x() - MESSAGE / 2, square.y() - MESSAGE / 2, MESSAGE, MESSAGE);
        rectangle.getStyleClass().add("sketch-message");
        return rectangle;
    }
}
