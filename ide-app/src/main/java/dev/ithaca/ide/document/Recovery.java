package dev.ithaca.ide.document;

import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Debounce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/**
 * Copies of unsaved texts in a folder of their own, so that a crash loses nothing. A copy is written a moment after an
 * edit and at every run, and goes away when the text is saved or closed.
 */
public final class Recovery {
    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());

    private final Path folder;
    private final Documents documents;
    private final Background background;
    private final Debounce quiet = new Debounce(Duration.seconds(2), this::writeAll);
    private final Map<Document, Path> copies = new IdentityHashMap<>();

    /** A text found from an earlier session. @param origin its file, or empty text if it had none */
    public record Found(String name, String origin, String text) {}

    public Recovery(Path folder, Documents documents, Background background) {
        this.folder = folder;
        this.documents = documents;
        this.background = background;
        documents.onEdit(document -> quiet.touch());
        documents.open().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) change.getRemoved().forEach(this::forget);
        });
    }

    /** Takes the copies that an earlier session left behind out of the folder. */
    public List<Found> takeLeftovers() {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            for (Path file : files.sorted().toList()) {
                String[] parts = Files.readString(file).split("\n", 3);
                if (parts.length == 3) found.add(new Found(parts[0], parts[1], parts[2]));
                Files.delete(file);
            }
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "recovery copies in {0} cannot be read: {1}", folder, unreadable.getMessage());
        }
        return found;
    }

    /** Writes a copy of every unsaved text now, in the background. */
    public void writeAll() {
        for (Document document : documents.open()) {
            if (document.isDirty()) write(document);
            else forget(document);
        }
    }

    private void write(Document document) {
        Path copy = copies.computeIfAbsent(document, d -> folder.resolve(UUID.randomUUID() + ".txt"));
        String text = document.name() + "\n" + document.path().map(Path::toString).orElse("") + "\n" + document.text();
        background.disk().execute(() -> {
            try {
                Files.createDirectories(folder);
                Files.write(copy, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException unwritable) {
                LOG.log(System.Logger.Level.WARNING, "no recovery copy {0}: {1}", copy, unwritable.getMessage());
            }
        });
    }

    private void forget(Document document) {
        Path copy = copies.remove(document);
        if (copy == null) return;
        background.disk().execute(() -> {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException undeletable) {
                LOG.log(System.Logger.Level.WARNING, "recovery copy {0} stays: {1}", copy, undeletable.getMessage());
            }
        });
    }

    /** At a clean end: nothing is left to recover. */
    public void clear() {
        quiet.cancel();
        for (Path copy : copies.values()) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException undeletable) {
                LOG.log(System.Logger.Level.WARNING, "recovery copy {0} stays: {1}", copy, undeletable.getMessage());
            }
        }
    }
}
