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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the editor's place shows while no text is open: the ways to begin. */
public final class WelcomeView extends ScrollPane {
    public WelcomeView(List<Action> beginnings, List<Path> recent, Consumer<Path> openRecent, List<Examples.Example> examples,
                       Consumer<Examples.Example> openExample) {
        setId("welcome");
        getStyleClass().addAll("welcome", "edge-to-edge");
        setFitToWidth(true);
        Label title = new Label("Ithaca");
        title.getStyleClass().add("title-1");
        Label subtitle = new Label("Write Nostos, run it, and watch every process down to its variables.");
        subtitle.getStyleClass().add("text-muted");
        subtitle.setWrapText(true);
        VBox column = new VBox(title, subtitle, section("Start"));
        beginnings.forEach(action -> column.getChildren().add(beginning(action)));
        if (!recent.isEmpty()) column.getChildren().add(section("Recent"));
        recent.forEach(path -> column.getChildren().add(recent(path, openRecent)));
        if (!examples.isEmpty()) column.getChildren().add(section("Examples"));
        examples.forEach(example -> column.getChildren().add(example(example, openExample)));
        column.getStyleClass().add("welcome-column");
        setContent(column);
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static HBox beginning(Action action) {
        Button button = new Button(action.label().get(), new FontIcon(action.icon()));
        button.getStyleClass().addAll("flat", "welcome-action");
        button.setMnemonicParsing(false);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> action.fire());
        Label key = new Label(action.keyText());
        key.getStyleClass().add("key");
        return row(button, key);
    }

    private static HBox recent(Path path, Consumer<Path> open) {
        Hyperlink link = new Hyperlink(path.getFileName() == null ? path.toString() : path.getFileName().toString());
        link.setOnAction(event -> open.accept(path));
        Label folder = new Label(path.getParent() == null ? "" : path.getParent().toString());
        folder.getStyleClass().add("text-muted");
        return row(link, folder);
    }

    private static HBox example(Examples.Example example, Consumer<Examples.Example> open) {
        Hyperlink link = new Hyperlink(example.name().replaceFirst("\\.nos$", ""));
        link.setId("example-" + example.name().replaceFirst("\\.nos$", ""));
        link.setOnAction(event -> open.accept(example));
        link.getStyleClass().add("example-name");
        Label summary = new Label(example.summary());
        summary.getStyleClass().add("text-muted");
        return row(link, summary);
    }

    private static HBox row(Region left, Region right) {
        left.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(right, Priority.SOMETIMES);
        HBox row = new HBox(left, right);
        row.getStyleClass().add("welcome-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
