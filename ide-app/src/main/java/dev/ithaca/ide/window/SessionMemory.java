package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.document.Recovery;
import dev.ithaca.ide.editor.EditorTabs;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.ide.settings.Settings;
import dev.ithaca.ide.task.Debounce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** What a window has open, from one start to the next: its size, folder, files with their carets, and texts a crash left unsaved. */
final class SessionMemory {
    private static final String FILES = "session.files";
    private static final String CARETS = "session.carets";
    private static final String ACTIVE = "session.active";
    private static final String FOLDER = "session.folder";

    private final Services services;
    private final Stage stage;
    private final EditorTabs tabs;
    private final Debounce soon = new Debounce(Duration.seconds(2), this::remember);

    SessionMemory(Services services, Stage stage, EditorTabs tabs) {
        this.services = services;
        this.stage = stage;
        this.tabs = tabs;
    }

    /** Gives the window the size it had; at first most of the screen, but not all of a very large one. */
    void placeWindow() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Settings settings = services.settings();
        stage.setWidth(settings.number("window.width", atFirst(screen.getWidth(), 1440, 1920)));
        stage.setHeight(settings.number("window.height", atFirst(screen.getHeight(), 860, 1200)));
        stage.setMaximized(settings.flag("window.maximized", false));
    }

    private static double atFirst(double screen, double least, double most) { return Math.min(screen, Math.clamp(screen * 0.9, least, most)); }

    void remember() {
        Settings settings = services.settings();
        settings.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.put("window.width", stage.getWidth());
            settings.put("window.height", stage.getHeight());
        }
        List<Document> files = services.documents().open().stream().filter(document -> document.path().isPresent()).toList();
        settings.put(FOLDER, services.project().folder().map(Path::toString).orElse(""));
        settings.put(FILES, files.stream().map(SessionMemory::file).toList());
        settings.put(CARETS, files.stream().map(document -> tabs.editor(document).map(EditorView::caret).orElse(0).toString()).toList());
        settings.put(ACTIVE, services.documents().active().filter(files::contains).map(SessionMemory::file).orElse(""));
        settings.save();
    }

    private static String file(Document document) { return document.path().orElseThrow().toString(); }

    /** Opens again what was open when the window was last closed, and texts a crash left unsaved. */
    CompletableFuture<Void> restore() {
        Settings settings = services.settings();
        String folder = settings.text(FOLDER, "");
        if (!folder.isEmpty()) services.project().open(Path.of(folder));
        List<String> carets = settings.texts(CARETS);
        List<String> files = settings.texts(FILES);
        List<CompletableFuture<?>> opened = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = Path.of(files.get(i));
            int caret = i < carets.size() && carets.get(i).matches("\\d{1,8}") ? Integer.parseInt(carets.get(i)) : 0;
            if (Files.exists(file)) opened.add(services.documents().open(file).thenAccept(found -> found.flatMap(tabs::editor).ifPresent(editor -> editor.goToOffset(caret))));
        }
        return CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new)).thenRun(() -> {
            String active = settings.text(ACTIVE, "");
            if (!active.isEmpty()) services.documents().of(Path.of(active)).ifPresent(services.documents().activeProperty()::set);
            services.recovery().takeLeftovers().forEach(this::recover);
            // from now on in time for a crash, too
            services.documents().open().addListener((ListChangeListener<Document>) change -> soon.touch());
            services.documents().activeProperty().addListener((property, old, now) -> soon.touch());
        });
    }

    private void recover(Recovery.Found found) {
        Optional<Path> origin = found.origin().isEmpty() ? Optional.empty() : Optional.of(Path.of(found.origin())).filter(Files::exists);
        origin.map(file -> services.documents().open(file)).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())).thenAccept(opened ->
                fill(opened.orElseGet(() -> services.documents().openText(found.name(), "")), found.text()));
    }

    private static void fill(Document document, String text) {
        document.replaceAll(text);
        document.noticeProperty().set(Notice.info("Unsaved changes from the last session are back. Undo removes them."));
    }
}
