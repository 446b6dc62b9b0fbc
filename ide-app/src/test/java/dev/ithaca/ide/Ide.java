package dev.ithaca.ide;

import static org.assertj.core.api.Assertions.fail;

import dev.ithaca.ide.document.Document;
import dev.ithaca.ide.editor.LexerTokenizer;
import dev.ithaca.ide.theme.Theme;
import dev.ithaca.ide.tour.Screenshot;
import dev.ithaca.ide.window.MainWindow;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.service.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.testfx.util.WaitForAsyncUtils;

/** The real application in a test: its window, and ways to drive it and to wait for it. */
final class Ide {
    static final Path PICTURES = Path.of("target", "pictures");
    private static final long PATIENCE_SECONDS = Long.getLong("fx.patience", 90);

    final StubDialogs dialogs = new StubDialogs();
    final Services services;
    final MainWindow window;
    final Stage stage;
    private final FxWatchdog watchdog;

    /** With the real compiler. JavaFX thread. */
    Ide(Stage stage, Path config) { this(stage, Services.create(config, new Workspace())); }

    /** JavaFX thread. */
    Ide(Stage stage, Path config, NostosCompiler compiler) { this(stage, Services.create(config, new Workspace(), compiler)); }

    private Ide(Stage stage, Services services) {
        this.stage = stage;
        this.services = services;
        window = new MainWindow(services, stage, dialogs, new LexerTokenizer());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(800);
        window.show();
        watchdog = new FxWatchdog();
    }

    static <T> T fx(Callable<T> work) { return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work); }

    static void run(Runnable work) {
        fx(() -> {
            work.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something holds on the JavaFX thread. */
    static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fx(condition)) {
            if (System.nanoTime() > end) fail("waited in vain until " + what);
            WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
        }
    }

    void fire(String action) { run(() -> window.actions().get(action).fire()); }

    Document open(String title, String text) {
        Document document = fx(() -> services.documents().openText(title, text));
        checked();
        return document;
    }

    /** Waits until what is typed has been checked. */
    void checked() { await("the text is checked", () -> !services.analysis().checkingProperty().get()); }

    Document active() { return fx(() -> services.documents().active().orElseThrow()); }

    /** The text in front, once it stands in the window and is laid out; as it is when asked on the JavaFX thread. */
    CodeArea area() {
        CodeArea area = fx(() -> (CodeArea) window.activeEditor().orElseThrow().lookup("#editor"));
        if (!Platform.isFxApplicationThread()) await("the text is in the window", () -> area.getScene() != null && area.getWidth() > 0 && !area.getVisibleParagraphs().isEmpty());
        return area;
    }

    /** The text in front with the focus, so that keys go to it. */
    CodeArea focusedArea() {
        CodeArea area = area();
        run(area::requestFocus);
        await("the text has the focus", area::isFocused);
        return area;
    }

    /** Puts the caret behind the first such text, ready for keys. */
    CodeArea caretBehind(String text) {
        CodeArea area = focusedArea();
        run(() -> area.moveTo(area.getText().indexOf(text) + text.length()));
        return area;
    }

    /** A picture of the window in each theme, to be looked at. */
    void pictures(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            run(() -> services.appearance().themeProperty().set(theme));
            Screenshot.write(fx(() -> Screenshot.take(stage.getScene())), PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    Node node(String selector) {
        Node node = fx(() -> stage.getScene().lookup(selector));
        if (node == null) fail("nothing on screen fits " + selector);
        return node;
    }

    void close() {
        run(services::close);
        watchdog.close();
    }
}
