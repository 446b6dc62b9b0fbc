package dev.ithaca.ide.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/** A look: AtlantaFX's controls, and the colours of our own views. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private final String controls;
    private final String colours;

    Theme(String controls, String colours) {
        this.controls = controls;
        this.colours = Theme.class.getResource(colours).toExternalForm();
    }

    String controls() { return controls; }

    String colours() { return colours; }

    public Theme other() { return this == LIGHT ? DARK : LIGHT; }

    String key() { return name().toLowerCase(Locale.ROOT); }

    static Theme ofKey(String key) { return DARK.key().equals(key) ? DARK : LIGHT; }
}
