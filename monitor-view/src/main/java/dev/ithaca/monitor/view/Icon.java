package dev.ithaca.monitor.view;

import dev.ithaca.vm.inspect.ProcessStatus;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A shape drawn and coloured by the style sheet. */
final class Icon extends Region {
    private String shown = "";

    Icon(String kind, String name) {
        getStyleClass().setAll("icon", kind);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        show(name);
    }

    /** The icon of an action. */
    static Icon action(String name) { return new Icon("action-icon", name); }

    /** The mark of a process status, to be set by {@link #showStatus}. */
    static Icon status() { return new Icon("status-icon", "waiting"); }

    void showStatus(ProcessStatus status, boolean failed) {
        show(status == ProcessStatus.DEAD && failed ? "failed" : status.label().replace('_', '-'));
        setAccessibleText(failed ? "failed" : status.label());
    }

    void show(String name) {
        if (name.equals(shown)) return;
        getStyleClass().remove(shown);
        getStyleClass().add(name);
        shown = name;
    }
}
