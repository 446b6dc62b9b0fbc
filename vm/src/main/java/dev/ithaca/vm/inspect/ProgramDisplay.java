package dev.ithaca.vm.inspect;

/**
 * Shows what a program gives its environment to be shown. The calls come from the threads of the machine, as often as the program
 * likes: quick, never blocking.
 */
public interface ProgramDisplay {
    /** In place of the value before that had the same label. */
    void inspected(InspectedValue value);

    /** A panel is new or was changed. Calls for one panel come in order. */
    void panelChanged(PanelView panel);

    /** The program wants to know when this key is pressed anywhere. */
    void hotkeyRegistered(String key);
}
