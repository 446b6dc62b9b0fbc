package dev.ithaca.ide.theme;

import dev.ithaca.ide.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme and text zoom of the application, remembered in the settings and applied to its scenes. */
public final class Appearance {
    public static final String CODE_FONT = "IBM Plex Mono";
    private static final List<String> FONTS = List.of("IBMPlexSans-Regular", "IBMPlexSans-Bold", "IBMPlexMono-Regular", "IBMPlexMono-Bold");
    private static final List<Integer> ZOOMS = List.of(50, 60, 70, 80, 90, 100, 110, 120, 130, 150, 175, 200, 250, 300);

    private final Settings settings;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(100);

    public Appearance(Settings settings) {
        this.settings = settings;
        loadFonts();
        zoom.set(nearestZoom((int) settings.number("zoom", 100)));
        theme.set(Theme.ofKey(settings.text("theme", "")));
        theme.addListener((property, old, now) -> {
            settings.put("theme", now.key());
            settings.save();
        });
    }

    private static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream in = Appearance.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                if (in == null || Font.loadFont(in, 12) == null) throw new IllegalStateException("font " + name + " is missing from the build");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    public ObjectProperty<Theme> themeProperty() { return theme; }

    public void toggleTheme() { theme.set(theme.get().other()); }

    /** Size of code, in percent of the normal one. */
    public ReadOnlyIntegerProperty zoomProperty() { return zoom.getReadOnlyProperty(); }

    public void zoomBy(int steps) {
        int index = ZOOMS.indexOf(zoom.get()) + steps;
        setZoom(ZOOMS.get(Math.clamp(index, 0, ZOOMS.size() - 1)));
    }

    public void resetZoom() { setZoom(100); }

    private void setZoom(int percent) {
        zoom.set(percent);
        settings.put("zoom", percent);
        settings.save();
    }

    private static int nearestZoom(int percent) {
        return ZOOMS.stream().reduce((a, b) -> Math.abs(a - percent) <= Math.abs(b - percent) ? a : b).orElseThrow();
    }

    /** Dresses a scene, now and whenever the theme changes. */
    public void applyTo(Scene scene) {
        dress(scene, theme.get());
        theme.addListener((property, old, now) -> dress(scene, now));
    }

    private static String sheet(String name) { return Appearance.class.getResource(name).toExternalForm(); }

    private static void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.controls());
        scene.getStylesheets().setAll(theme.colours(), sheet("ithaca.css"));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) scene.getStylesheets().add(sheet("opaque-popups.css"));
    }
}
