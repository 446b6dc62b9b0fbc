package dev.ithaca.vm.syntax;

/** Wraps text in ANSI colour sequences, or leaves it alone. */
record Paint(boolean enabled) {
    private static final char ESCAPE = 27;

    /** One of the sixteen standard colours. */
    String colour(int code, String text) { return wrap(Integer.toString(code), text); }

    String frame(String text) { return wrap("38;5;246", text); }

    String source(String text) { return wrap("38;5;249", text); }

    String remark(String text) { return wrap("38;5;115", text); }

    private String wrap(String code, String text) {
        return enabled && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
