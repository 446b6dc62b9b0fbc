package dev.ithaca.vm.runtime;

/**
 * The interactive environment around a machine, for what programs can do only there (chapter 3, section 18). Called by running
 * processes: quick, never blocking. Unknown panels and functions are errors of the program.
 */
public interface Host {
    /** Shows a value under a label, in place of the one before with that label. The value is copied first. */
    void inspect(Process by, Object value, String label);

    /** @return the number of a new panel, which is not shown yet */
    long createPanel(String title);

    void setContent(long panel, String text);

    void show(long panel, boolean shown);

    /** @param function to be called with each key typed in the panel */
    void onKey(Process by, long panel, String function);

    /** @param function to be called when the key is pressed, whatever has the focus */
    void registerHotkey(Process by, String key, String function);

    /** Whether it may start a process one day: a program that only waits has not come to a stand then. */
    boolean mayCall();
}
