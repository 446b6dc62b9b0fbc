package dev.ithaca.ide.project;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
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
    private final FileOperations files;

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
     * @param files what the menu of a row does
     * @param hasErrors whether a file is known to have errors; asked when rows are drawn
     */
    public ProjectView(Project project, List<Examples.Example> samples, Consumer<Entry> open, FileOperations files, Predicate<Path> hasErrors) {
        this.open = open;
        this.files = files;
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
            switch (event.getCode()) {
                case ENTER -> openSelected();
                case F2 -> selectedPath().ifPresent(files::rename);
                case DELETE -> selectedPath().ifPresent(files::delete);
                default -> { }
            }
        });
        project.rootProperty().addListener((property, old, now) -> show(now));
        show(project.rootProperty().get());
    }

    /** Selects a file of the open folder and shows it. @return whether it is in the folder */
    public boolean reveal(Path file) {
        Optional<TreeItem<Entry>> item = find(top, file);
        item.ifPresent(found -> {
            for (TreeItem<Entry> parent = found.getParent(); parent != null; parent = parent.getParent()) parent.setExpanded(true);
            getSelectionModel().select(found);
            scrollTo(Math.max(0, getRow(found) - 3));
        });
        return item.isPresent();
    }

    private static Optional<TreeItem<Entry>> find(TreeItem<Entry> item, Path file) {
        if (item.getValue() instanceof Entry.OnDisk(FileNode node) && node.path().equals(file)) return Optional.of(item);
        return item.getChildren().stream().map(child -> find(child, file)).flatMap(Optional::stream).findFirst();
    }

    private void openSelected() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        if (item != null && item.isLeaf()) open.accept(item.getValue());
    }

    /** The selected file or folder; not the open folder itself, which is neither renamed nor deleted here. */
    private Optional<Path> selectedPath() {
        TreeItem<Entry> item = getSelectionModel().getSelectedItem();
        return item != null && item.getParent() != top && item.getValue() instanceof Entry.OnDisk(FileNode node) ? Optional.of(node.path()) : Optional.empty();
    }

    private ContextMenu menu(FileNode node, boolean isRoot) {
        Path folder = node.folder() ? node.path() : node.path().getParent();
        ContextMenu menu = new ContextMenu(item("New File…", () -> files.newFile(folder)), item("New Folder…", () -> files.newFolder(folder)));
        if (!isRoot) {
            menu.getItems().addAll(new SeparatorMenuItem(), item("Rename…  F2", () -> files.rename(node.path())),
                    item("Move to Trash…  Delete", () -> files.delete(node.path())));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("Copy Path", () ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, node.path().toString()))));
        return menu;
    }

    private static MenuItem item(String label, Runnable body) {
        MenuItem item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> body.run());
        return item;
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
            setContextMenu(!empty && entry instanceof Entry.OnDisk(FileNode node) ? menu(node, getTreeItem().getParent() == top) : null);
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
