package dev.ithaca.ide.welcome;

import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.project.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the editor's place shows while no text is open: the ways to begin. */
public final class WelcomeView extends ScrollPane {
    private static final double WIDEST = 1120;

    public WelcomeView(List<Action> beginnings, List<Path> recent, Consumer<Path> openRecent, List<Examples.Example> examples,
                       Consumer<Examples.Example> openExample) {
        setId("welcome");
        getStyleClass().addAll("welcome", "edge-to-edge");
        setFitToWidth(true);
        Label title = new Label("Ithaca");
        title.getStyleClass().addAll("title-1", "welcome-title");
        Label subtitle = new Label("Write Nostos, run it, and watch every process down to its variables.");
        subtitle.getStyleClass().add("text-muted");
        subtitle.setWrapText(true);
        VBox column = new VBox(title, subtitle, section("Start"), buttons(beginnings));
        if (!recent.isEmpty()) column.getChildren().add(section("Recent"));
        recent.forEach(path -> column.getChildren().add(recent(path, openRecent)));
        if (!examples.isEmpty()) column.getChildren().addAll(section("Examples: open one and press F5"), cards(examples, openExample));
        column.getStyleClass().add("welcome-column");
        column.setMaxWidth(WIDEST);
        setContent(column);
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static FlowPane buttons(List<Action> beginnings) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("welcome-buttons");
        beginnings.forEach(action -> row.getChildren().add(beginning(action)));
        return row;
    }

    private static Button beginning(Action action) {
        Label key = new Label(action.keyText());
        key.getStyleClass().add("key");
        HBox content = new HBox(new FontIcon(action.icon()), new Label(action.label().get()), key);
        content.getStyleClass().add("welcome-action-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, content);
        button.getStyleClass().add("welcome-action");
        button.setAccessibleText(action.label().get());
        button.setOnAction(event -> action.fire());
        return button;
    }

    private static FlowPane cards(List<Examples.Example> examples, Consumer<Examples.Example> open) {
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("welcome-cards");
        examples.forEach(example -> cards.getChildren().add(card(example, open)));
        return cards;
    }

    private static Button card(Examples.Example example, Consumer<Examples.Example> open) {
        String title = example.name().replaceFirst("\\.nos$", "");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        Label summary = new Label(example.summary());
        summary.getStyleClass().add("card-summary");
        summary.setWrapText(true);
        summary.setAlignment(Pos.TOP_LEFT);
        summary.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(summary, Priority.ALWAYS);
        VBox content = new VBox(new ExampleSketch(example.name()), name, summary);
        content.getStyleClass().add("card-content");
        Button card = new Button(null, content);
        card.setId("example-" + title);
        card.setAccessibleText("Example " + title + ": " + example.summary());
        card.getStyleClass().add("card-button");
        card.setOnAction(event -> open.accept(example));
        return card;
    }

    private static HBox recent(Path path, Consumer<Path> open) {
        Hyperlink link = new Hyperlink(path.getFileName() == null ? path.toString() : path.getFileName().toString());
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> open.accept(path));
        Label folder = new Label(path.getParent() == null ? "" : path.getParent().toString());
        folder.getStyleClass().add("text-muted");
        HBox row = new HBox(link, folder);
        row.getStyleClass().add("welcome-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
