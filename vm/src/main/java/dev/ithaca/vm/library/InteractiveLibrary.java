package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Host;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;

/** What only an interactive environment can do (chapter 3, sections 1.1 and 18); a program that runs by itself is told so. */
public final class InteractiveLibrary {
    private InteractiveLibrary() {}

    private static NostosException unknown(String name) { return NostosException.panic("Unknown native function: " + name); }

    private static Host host(Process p, String name) {
        Host host = p.machine().host();
        if (host == null) throw unknown(name);
        return host;
    }

    @NostosFunction(name = "eval", type = "String -> String", complexity = "that of the code",
            doc = "Runs code in the interactive environment: the text of its result or of its error.",
            example = "eval(\"1 + 1\") => throws (\"Panic\", \"Unknown native function: eval\")")
    public static String eval(String code) { throw unknown("eval"); }

    @NostosFunction(name = "Panel.create", type = "String -> Int", doc = "A new panel of the interactive environment with a title; its number.",
            example = "Panel.create(\"Log\") => throws (\"Panic\", \"Unknown native function: Panel.create\")")
    public static long createPanel(Process p, String title) { return host(p, "Panel.create").createPanel(title); }

    @NostosFunction(name = "Panel.setContent", type = "Int, String -> ()", complexity = "O(n)", doc = "Replaces the text in a panel.",
            example = "Panel.setContent(1, \"x\") => throws (\"Panic\", \"Unknown native function: Panel.setContent\")")
    public static void setContent(Process p, long panel, String text) { host(p, "Panel.setContent").setContent(panel, text); }

    @NostosFunction(name = "Panel.show", type = "Int -> ()", doc = "Shows a panel.",
            example = "Panel.show(1) => throws (\"Panic\", \"Unknown native function: Panel.show\")")
    public static void show(Process p, long panel) { host(p, "Panel.show").show(panel, true); }

    @NostosFunction(name = "Panel.hide", type = "Int -> ()", doc = "Hides a panel.",
            example = "Panel.hide(1) => throws (\"Panic\", \"Unknown native function: Panel.hide\")")
    public static void hide(Process p, long panel) { host(p, "Panel.hide").show(panel, false); }

    @NostosFunction(name = "Panel.onKey", type = "Int, String -> ()",
            doc = "Names the function to call with each key typed in a panel; each key gets a process of its own.",
            example = "Panel.onKey(1, \"f\") => throws (\"Panic\", \"Unknown native function: Panel.onKey\")")
    public static void onKey(Process p, long panel, String function) { host(p, "Panel.onKey").onKey(p, panel, function); }

    @NostosFunction(name = "Panel.registerHotkey", type = "String, String -> ()",
            doc = "Names the function to call when a letter is pressed together with Alt, whatever has the focus.",
            example = "Panel.registerHotkey(\"k\", \"f\") => throws (\"Panic\", \"Unknown native function: Panel.registerHotkey\")")
    public static void registerHotkey(Process p, String key, String function) {
        host(p, "Panel.registerHotkey").registerHotkey(p, key, function);
    }
}
