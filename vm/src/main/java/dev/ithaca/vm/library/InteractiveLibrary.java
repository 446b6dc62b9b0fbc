package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;

/** What only an interactive environment can do (chapter 3, sections 1.1 and 18); a program that runs by itself is told so. */
public final class InteractiveLibrary {
    private InteractiveLibrary() {}

    private static NostosException unknown(String name) { return NostosException.panic("Unknown native function: " + name); }

    @NostosFunction(name = "eval", type = "String -> String", complexity = "that of the code",
            doc = "Runs code in the interactive environment: the text of its result or of its error.",
            example = "eval(\"1 + 1\") => throws (\"Panic\", \"Unknown native function: eval\")")
    public static String eval(String code) { throw unknown("eval"); }

    @NostosFunction(name = "Panel.create", type = "String -> Int", doc = "A new panel of the interactive environment with a title; its number.",
            example = "Panel.create(\"Log\") => throws (\"Panic\", \"Unknown native function: Panel.create\")")
    public static long createPanel(String title) { throw unknown("Panel.create"); }

    @NostosFunction(name = "Panel.setContent", type = "Int, String -> ()", complexity = "O(n)", doc = "Replaces the text in a panel.",
            example = "Panel.setContent(1, \"x\") => throws (\"Panic\", \"Unknown native function: Panel.setContent\")")
    public static void setContent(long panel, String text) { throw unknown("Panel.setContent"); }

    @NostosFunction(name = "Panel.show", type = "Int -> ()", doc = "Shows a panel.",
            example = "Panel.show(1) => throws (\"Panic\", \"Unknown native function: Panel.show\")")
    public static void show(long panel) { throw unknown("Panel.show"); }

    @NostosFunction(name = "Panel.hide", type = "Int -> ()", doc = "Hides a panel.",
            example = "Panel.hide(1) => throws (\"Panic\", \"Unknown native function: Panel.hide\")")
    public static void hide(long panel) { throw unknown("Panel.hide"); }

    @NostosFunction(name = "Panel.onKey", type = "Int, String -> ()", doc = "Names the function to call with each key typed in a panel.",
            example = "Panel.onKey(1, \"f\") => throws (\"Panic\", \"Unknown native function: Panel.onKey\")")
    public static void onKey(long panel, String function) { throw unknown("Panel.onKey"); }

    @NostosFunction(name = "Panel.registerHotkey", type = "String, String -> ()", doc = "Names the function to call when a key is pressed anywhere.",
            example = "Panel.registerHotkey(\"F9\", \"f\") => throws (\"Panic\", \"Unknown native function: Panel.registerHotkey\")")
    public static void registerHotkey(String key, String function) { throw unknown("Panel.registerHotkey"); }
}
