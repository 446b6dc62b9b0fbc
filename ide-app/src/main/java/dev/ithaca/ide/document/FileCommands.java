package dev.ithaca.ide.document;

import dev.ithaca.ide.dialog.Dialogs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Saving and closing as the user means them: asks for a file where there is none, and before unsaved changes are lost. */
public final class FileCommands {
    private final Documents documents;
    private final Dialogs dialogs;

    public FileCommands(Documents documents, Dialogs dialogs) {
        this.documents = documents;
        this.dialogs = dialogs;
    }

    /** @return whether it was saved; false if the user changed their mind or it failed (the document then shows why) */
    public CompletableFuture<Boolean> save(Document document) {
        return document.path().map(file -> documents.save(document, file)).orElseGet(() -> saveAs(document));
    }

    public CompletableFuture<Boolean> saveAs(Document document) {
        Optional<Path> target = dialogs.chooseTarget(document.name());
        return target.map(file -> documents.save(document, file)).orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /** Saves one after the other; stops at the first that is not saved. */
    public CompletableFuture<Boolean> saveAll(Collection<Document> all) { return saveRest(new ArrayDeque<>(all)); }

    private CompletableFuture<Boolean> saveRest(Deque<Document> rest) {
        if (rest.isEmpty()) return CompletableFuture.completedFuture(true);
        return save(rest.remove()).thenCompose(saved -> saved ? saveRest(rest) : CompletableFuture.completedFuture(false));
    }

    public void close(Document document) {
        guard(document.isDirty() ? List.of(document) : List.of(), () -> documents.close(document));
    }

    /** Runs something that would lose all open texts, after the user's word about unsaved ones. */
    public void guardAll(Runnable then) { guard(documents.dirty(), then); }

    private void guard(List<Document> dirty, Runnable then) {
        if (dirty.isEmpty()) {
            then.run();
            return;
        }
        switch (dialogs.askUnsaved(dirty.stream().map(Document::name).toList())) {
            case SAVE -> saveAll(dirty).thenAccept(saved -> {
                if (saved) then.run();
            });
            case DISCARD -> then.run();
            case CANCEL -> { }
        }
    }
}
