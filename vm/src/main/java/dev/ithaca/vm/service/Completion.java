package dev.ithaca.vm.service;

import java.util.List;

/**
 * What could be typed at a place.
 *
 * @param start offset of what is already typed of the name
 * @param proposals best first; all names that fit the place, whatever is typed of them
 */
public record Completion(int start, List<Proposal> proposals) {
    public static final Completion NONE = new Completion(0, List.of());

    public Completion { proposals = List.copyOf(proposals); }

    public enum Kind { KEYWORD, LOCAL, FUNCTION, METHOD, FIELD, VALUE, CONSTRUCTOR, TYPE, TRAIT, MODULE }

    /**
     * @param insert text to put in
     * @param caret where the caret goes in it
     * @param detail signature or type, may be empty
     * @param doc first paragraph of the documentation, or null
     * @param edits further changes of the same text, before the place of the completion: the {@code use} a name needs
     */
    public record Proposal(Kind kind, String name, String insert, int caret, String detail, String doc, List<TextEdit> edits) {
        public Proposal { edits = List.copyOf(edits); }

        static Proposal plain(Kind kind, String name, String insert, String detail) { return new Proposal(kind, name, insert, insert.length(), detail, null, List.of()); }
    }

    /** The proposals whose names start with, or failing that contain the letters of, what is typed; case counts less. */
    public List<Proposal> matching(String typed) { return NameMatch.best(proposals, Proposal::name, typed); }
}
