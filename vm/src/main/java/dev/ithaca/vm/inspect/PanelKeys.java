package dev.ithaca.vm.inspect;

/** Tells a program of keys typed in its panels. From any thread; after the end of the program nothing happens. */
public interface PanelKeys {
    /** @param key a character, or a name such as {@code up}, {@code enter} or {@code ctrl+x} */
    void press(long panel, String key);

    void pressHotkey(String key);

    /** Of a machine without an interactive environment. */
    PanelKeys NONE = new PanelKeys() {
        @Override public void press(long panel, String key) { }

        @Override public void pressHotkey(String key) { }
    };
}
