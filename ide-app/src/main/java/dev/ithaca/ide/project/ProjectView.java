package dev.ithaca.ide.project;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The tree of the open folder, and the examples under it. */
public final class ProjectView extends TreeView<ProjectView.Entry> {
    private static final double ROW = 24;

    private final TreeItem<Entry> top = new TreeItem<>(new Entry.Heading(""));
    private final TreeItem<Entry> examples = new TreeItem<>(new Entry.Heading("Examples"));
    private final Consumer<Entry> open;
    private final Predicate<Path> hasErrors;

    /** A row of the tree. */
    public sealed interface Entry {
        String label();

        record Heading(String label) implements Entry {}

        record OnDisk(FileNode node) implements Entry {
            @Override public String label() { return node.name(); }
        }

        record Sample(Examples.Example example) implements Entry {
            @Override public String label() { return example.name(); }
        }
    }

    /**
     * @param open called with the file or example the user opens
     * @param hasErrors whether a file is known to have errors; asked when rows are drawn
     */
    public ProjectView(Project project, List<Examples.Example> samples, Consumer<Entry> open, Predicate<Path> hasErrors) {
        this.open = open;
        this.hasErrors = hasErrors;
        setId("project-tree");
        setAccessibleText("Project files");
        getStyleClass().add("dense");
        setFixedCellSize(ROW);
        setShowRoot(false);
        setRoot(top);
        top.setExpanded(true);
        samples.forEach(sample -> examples.getChildren().add(new TreeItem<>(new Entry.Sample(sample))));
        setCellFactory(tree -> new Cell());
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) openSelected();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected();
        });
        project.rootProperty().addListener((property, old, now) -> show(now));
        show(project.rootProperty().get());
    }

    private void openSelected() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        if (item != null && item.isLeaf()) open.accept(item.getValue());
    }

    private void show(FileNode root) {
        Set<Path> expanded = new HashSet<>();
        Entry selected = getSelectionModel().getSelectedItem() == null ? null : getSelectionModel().getSelectedItem().getValue();
        top.getChildren().forEach(item -> collectExpanded(item, expanded));
        if (root != null) expanded.add(root.path());
        examples.setExpanded(root == null || examples.isExpanded());
        top.getChildren().setAll(root == null ? List.of(examples) : List.of(item(root, expanded), examples));
        select(top, selected);
    }

    private static void collectExpanded(TreeItem<Entry> item, Set<Path> expanded) {
        if (item.isExpanded() && item.getValue() instanceof Entry.OnDisk(FileNode node)) expanded.add(node.path());
        item.getChildren().forEach(child -> collectExpanded(child, expanded));
    }

    private static TreeItem<Entry> item(FileNode node, Set<Path> expanded) {
        TreeItem<Entry> item = new TreeItem<>(new Entry.OnDisk(node));
        item.setExpanded(expanded.contains(node.path()));
        item.getChildren().setAll(node.children().stream().map(child -> item(child, expanded)).toList());
        return item;
    }

    private void select(TreeItem<Entry> item, Entry wanted) {
        if (wanted == null) return;
        if (item.getValue().equals(wanted)) getSelectionModel().select(item);
        else item.getChildren().forEach(child -> select(child, wanted));
    }

    private final class Cell extends TreeCell<Entry> {
        private final FontIcon icon = new FontIcon();

        @Override protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().removeAll("file-error", "tree-heading", "file-folder");
            setText(empty ? null : entry.label());
            setGraphic(empty ? null : icon);
            if (empty) return;
            icon.setIconCode(icon(entry));
            if (entry instanceof Entry.Heading) getStyleClass().add("tree-heading");
            if (entry instanceof Entry.OnDisk(FileNode node)) {
                if (node.folder()) getStyleClass().add("file-folder");
                else if (hasErrors.test(node.path())) getStyleClass().add("file-error");
            }
        }

        private static Ikon icon(Entry entry) {
            return switch (entry) {
                case Entry.Heading heading -> MaterialDesignB.BOOK_OPEN_OUTLINE;
                case Entry.Sample sample -> MaterialDesignF.FILE_CODE_OUTLINE;
                case Entry.OnDisk(FileNode node) when node.folder() -> MaterialDesignF.FOLDER_OUTLINE;
                case Entry.OnDisk(FileNode node) when node.name().endsWith(".nos") -> MaterialDesignF.FILE_CODE_OUTLINE;
                case Entry.OnDisk(FileNode node) when node.name().endsWith(".toml") -> MaterialDesignC.COG_OUTLINE;
                case Entry.OnDisk other -> MaterialDesignF.FILE_OUTLINE;
            };
        }
    }
}
