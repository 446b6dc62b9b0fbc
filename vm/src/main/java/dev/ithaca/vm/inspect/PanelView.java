package dev.ithaca.vm.inspect;

/**
 * A panel that a program made, as it is now.
 *
 * @param takesKeys whether the program wants to know what is typed in it
 */
public record PanelView(long id, String title, String content, boolean shown, boolean takesKeys) {
    PanelView withContent(String next) { return new PanelView(id, title, next, shown, takesKeys); }

    PanelView withShown(boolean next) { return new PanelView(id, title, content, next, takesKeys); }

    PanelView takingKeys() { return new PanelView(id, title, content, shown, true); }
}
