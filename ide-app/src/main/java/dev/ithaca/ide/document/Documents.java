package dev.ithaca.ide.document;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The texts open in the application, and the traffic between them and the disk. Call on the JavaFX thread. */
public final class Documents {
    private final Background background;
    private final ObservableList<Document> open = FXCollections.observableArrayList();
    private final ObservableList<Document> openView = FXCollections.unmodifiableObservableList(open);
    private final ObjectProperty<Document> active = new SimpleObjectProperty<>();
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper anyDirty = new ReadOnlyBooleanWrapper();
    private final List<Consumer<Document>> editListeners = new ArrayList<>();
    private int untitled;

    public Documents(Background background) {
        this.background = background;
        open.addListener((ListChangeListener<Document>) change -> updateDirty());
        background.every(1_500, () -> FxThread.run(this::checkDisk));
    }

    public ObservableList<Document> open() { return openView; }

    /** The document in front, or null. */
    public ObjectProperty<Document> activeProperty() { return active; }

    public Optional<Document> active() { return Optional.ofNullable(active.get()); }

    /** What went wrong with a file that could not even be opened; null for nothing. */
    public ObjectProperty<Notice> noticeProperty() { return notice; }

    public ReadOnlyBooleanProperty anyDirtyProperty() { return anyDirty.getReadOnlyProperty(); }

    public List<Document> dirty() { return open.stream().filter(Document::isDirty).toList(); }

    /** Called after each change of any open text, and after opening one. */
    public void onEdit(Consumer<Document> listener) { editListeners.add(listener); }

    /** The open document of a file. */
    public Optional<Document> of(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return open.stream().filter(document -> document.path().filter(wanted::equals).isPresent()).findFirst();
    }

    /** Brings a file to the front, reading it if it is not open yet. Gives empty, and a notice, if it cannot be edited. */
    public CompletableFuture<Optional<Document>> open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Optional<Document> already = of(absolute);
        if (already.isPresent()) {
            active.set(already.get());
            return CompletableFuture.completedFuture(already);
        }
        return CompletableFuture.supplyAsync(() -> TextFiles.load(absolute), background.io())
                .thenApplyAsync(this::opened, FxThread.executor());
    }

    private void open(Path file, Charset charset) {
        CompletableFuture.supplyAsync(() -> TextFiles.load(file, charset), background.io()).thenAcceptAsync(this::opened, FxThread.executor());
    }

    private Optional<Document> opened(LoadResult result) {
        return switch (result) {
            case LoadResult.Refused refused -> {
                notice.set(Notice.error(refused.reason()));
                yield Optional.empty();
            }
            case LoadResult.Undecoded undecoded -> {
                notice.set(new Notice(Notice.Kind.ERROR, undecoded.reason(), undecoded.others().stream()
                        .map(charset -> new Notice.Choice("Open as " + charset, () -> open(undecoded.file(), charset))).toList()));
                yield Optional.empty();
            }
            case LoadResult.Loaded loaded -> {
                notice.set(null);
                yield Optional.of(of(loaded.file()).map(this::activate).orElseGet(() -> add(new Document(loaded))));
            }
        };
    }

    /** A text without a file, unchanged until the user edits it: an example, or an empty one. */
    public Document openText(String title, String text) { return add(new Document(title, text)); }

    public Document openUntitled() {
        untitled++;
        return openText(untitled == 1 ? "untitled.nos" : "untitled-" + untitled + ".nos", "");
    }

    private Document add(Document document) {
        document.dirtyProperty().addListener((property, was, now) -> updateDirty());
        document.content().plainChanges().subscribe(change -> edited(document));
        open.add(document);
        activate(document);
        edited(document);
        return document;
    }

    private Document activate(Document document) {
        active.set(document);
        return document;
    }

    private void edited(Document document) { editListeners.forEach(listener -> listener.accept(document)); }

    /** Closes without asking; unsaved changes are the caller's care. */
    public void close(Document document) {
        int index = open.indexOf(document);
        open.remove(document);
        if (active.get() == document) active.set(open.isEmpty() ? null : open.get(Math.min(index, open.size() - 1)));
    }

    /** Writes a document to a file, which becomes its own. Gives false, and a notice at the document, if that fails. */
    public CompletableFuture<Boolean> save(Document document, Path file) {
        Path target = file.toAbsolutePath().normalize();
        String text = document.text();
        TextFormat format = document.format();
        return CompletableFuture.supplyAsync(() -> write(target, text, format), background.disk())
                .thenApplyAsync(result -> saved(document, target, text, result), FxThread.executor());
    }

    /** @param unmappable whether the encoding was what failed */
    private record Written(DiskStamp stamp, String failure, boolean unmappable) {}

    private static Written write(Path file, String text, TextFormat format) {
        try {
            return new Written(TextFiles.save(file, text, format), null, false);
        } catch (CharacterCodingException unmappable) {
            return new Written(null, "it has characters that " + format.charset() + " lacks", true);
        } catch (IOException failed) {
            String reason = failed instanceof FileSystemException f && f.getReason() != null ? f.getReason() : failed.getMessage();
            return new Written(null, reason, false);
        }
    }

    private boolean saved(Document document, Path file, String text, Written result) {
        if (result.unmappable()) {
            document.noticeProperty().set(new Notice(Notice.Kind.ERROR, file.getFileName() + " was not saved: " + result.failure() + ".",
                    List.of(new Notice.Choice("Save as UTF-8", () -> {
                        document.encodeAs(StandardCharsets.UTF_8);
                        save(document, file);
                    }))));
            return false;
        }
        if (result.failure() != null) {
            document.noticeProperty().set(Notice.error(file.getFileName() + " was not saved: " + result.failure()
                    + ". Your text is still here; use Save As to write it elsewhere."));
            return false;
        }
        document.saved(file, text, result.stamp());
        document.noticeProperty().set(null);
        updateDirty();
        edited(document);
        return true;
    }

    private void updateDirty() { anyDirty.set(open.stream().anyMatch(Document::isDirty)); }

    /** Looks for files that others changed: an unchanged text follows its file, a changed one asks. */
    public void checkDisk() {
        for (Document document : List.copyOf(open)) {
            document.path().ifPresent(file -> CompletableFuture.supplyAsync(() -> DiskStamp.of(file), background.io())
                    .thenAcceptAsync(now -> compare(document, file, now), FxThread.executor()));
        }
    }

    private void compare(Document document, Path file, Optional<DiskStamp> now) {
        Optional<DiskStamp> known = document.stamp();
        if (now.equals(known) || document.noticeProperty().get() != null || !open.contains(document)) return;
        if (now.isEmpty()) {
            document.noticeProperty().set(new Notice(Notice.Kind.WARNING, document.name() + " was deleted on disk. Saving writes it again.",
                    List.of(new Notice.Choice("Keep the text", () -> document.keepOver(null)))));
        } else if (document.isDirty()) {
            document.noticeProperty().set(new Notice(Notice.Kind.WARNING, document.name() + " changed on disk, and here too.",
                    List.of(new Notice.Choice("Load from disk", () -> reload(document, file)),
                            new Notice.Choice("Keep mine", () -> document.keepOver(now.get())))));
        } else {
            reload(document, file);
        }
    }

    private void reload(Document document, Path file) {
        CompletableFuture.supplyAsync(() -> TextFiles.load(file, document.format().charset()), background.io()).thenAcceptAsync(result -> {
            switch (result) {
                case LoadResult.Loaded loaded -> document.reloaded(loaded);
                case LoadResult.Undecoded undecoded -> document.noticeProperty().set(Notice.error(undecoded.reason()));
                case LoadResult.Refused refused -> document.noticeProperty().set(Notice.error(refused.reason()));
            }
        }, FxThread.executor());
    }
}
