package dev.ithaca.vm.jvm;

/** Names of generated classes. */
final class Names {
    /** Class names have to fit into 65,535 bytes with what comes around them. */
    private static final int LONGEST = 200;

    private Names() {}

    /** A Nostos name as a part of a class name. */
    static String sanitize(String name) {
        StringBuilder result = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> result.appendCodePoint(Character.isJavaIdentifierPart(c) && c != '$' ? c : '_'));
        return result.toString();
    }
}
