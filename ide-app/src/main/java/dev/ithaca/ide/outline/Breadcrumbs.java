package dev.ithaca.ide.outline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Where the caret is: the folders, the file, the definition. A click on the file finds it in the tree, one on the definition goes to its start. */
public final class Breadcrumbs extends HBox {
    private final ObservableList<Definition> definitions;
    private final Runnable openFile;
    private final Consumer<Definition> openDefinition;
    private List<String> path = List.of();
    private int line;

    /** @param definitions of the text in front */
    public Breadcrumbs(ObservableList<Definition> definitions, Runnable openFile, Consumer<Definition> openDefinition) {
        this.definitions = definitions;
        this.openFile = openFile;
        this.openDefinition = openDefinition;
        setId("breadcrumbs");
        getStyleClass().add("breadcrumbs");
        setAlignment(Pos.CENTER_LEFT);
        definitions.addListener((ListChangeListener<Definition>) change -> show());
        setVisible(false);
        setManaged(false);
    }

    /** @param file of the text in front, or null if it has none
     *  @param folder the open one, or null */
    public void setFile(String name, Path file, Path folder) {
        List<String> parts = new ArrayList<>();
        if (file != null && folder != null && file.startsWith(folder)) {
            parts.add(folder.getFileName().toString());
            folder.relativize(file).forEach(part -> parts.add(part.toString()));
        } else {
            parts.add(name);
        }
        path = List.copyOf(parts);
        setVisible(true);
        setManaged(true);
        show();
    }

    /** Nothing is in front. */
    public void clear() {
        setVisible(false);
        setManaged(false);
    }

    /** @param newLine of the caret, 1-based */
    public void setLine(int newLine) {
        if (line == newLine) return;
        line = newLine;
        show();
    }

    private Optional<Definition> around() { return definitions.stream().filter(definition -> definition.line() <= line && line <= definition.lastLine()).reduce((a, b) -> b); }

    private void show() {
        List<Node> parts = new ArrayList<>();
        path.subList(0, Math.max(0, path.size() - 1)).forEach(folder -> add(parts, new Label(folder)));
        if (!path.isEmpty()) add(parts, button(path.getLast(), openFile));
        around().ifPresent(definition -> add(parts, button(definition.name(), () -> openDefinition.accept(definition))));
        getChildren().setAll(parts);
    }

    private static void add(List<Node> parts, Node part) {
        if (!parts.isEmpty()) {
            Label separator = new Label("›");
            separator.getStyleClass().add("breadcrumb-separator");
            parts.add(separator);
        }
        parts.add(part);
    }

    private static Button button(String text, Runnable body) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.getStyleClass().add("breadcrumb");
        button.setOnAction(event -> body.run());
        return button;
    }
}
