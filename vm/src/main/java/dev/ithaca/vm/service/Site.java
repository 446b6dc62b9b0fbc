package dev.ithaca.vm.service;

/**
 * Where something is declared, which tells things of one name apart.
 *
 * @param file source name; for what has no place in any text, what it is
 */
record Site(String file, int offset) {
    /** For what the language itself brings. */
    static Site nowhere(String what) { return new Site(what, -1); }

    boolean isInText() { return offset >= 0; }
}
