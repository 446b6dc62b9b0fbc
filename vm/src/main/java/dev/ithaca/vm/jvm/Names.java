package dev.ithaca.vm.jvm;

/** Names of generated classes. */
final class Names {
    private Names() {}

    /** A Nostos name as a part of a class name. */
    static String sanitize(String name) {
        StringBuilder result = new StringBuilder();
        name.codePoints().forEach(c -> result.appendCodePoint(Character.isJavaIdentifierPart(c) && c != '$' ? c : '_'));
        return result.toString();
    }
}
