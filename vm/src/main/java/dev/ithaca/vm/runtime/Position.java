package dev.ithaca.vm.runtime;

/**
 * Where a process stands in the code of its program, library calls it has under way left out.
 *
 * @param place null if it stands in no such code, as before its first step
 * @param code together with {@code site} tells places on one line apart
 * @param depth how many frames there are down to the outermost, this one included
 * @param innermost no library call is under way
 * @param caller where its caller stands, or null: at the first step of a function the line that called it is just at work
 */
public record Position(CodeLocation place, CompiledCode code, int site, long depth, boolean innermost, CodeLocation caller) {
    private static final Position NOWHERE = new Position(null, null, 0, 0, false, null);
    private static final String LIBRARY = "stdlib.";
    /** A library calls itself hardly deeper before it calls back or returns. */
    private static final int SEARCHED = 200;

    /** Of a process that stands still with its whole stack in frames. */
    static Position of(Process p) {
        long depth = p.frames;
        boolean innermost = true;
        int searched = 0;
        for (Frame f = p.top; f != null && searched < SEARCHED; f = f.next, searched++, depth--) {
            CodeLocation place = f.code.location(f.site);
            if (place == null) continue;
            if (isOfProgram(place)) return new Position(place, f.code, f.site, depth, innermost, callerOf(f));
            innermost = false;
        }
        return NOWHERE;
    }

    private static CodeLocation callerOf(Frame frame) {
        Frame f = frame.next;
        CodeLocation place = null;
        while (f != null && (place = f.code.location(f.site)) == null) f = f.next;
        return place != null && isOfProgram(place) ? place : null;
    }

    private static boolean isOfProgram(CodeLocation place) { return place.file() != null && !place.function().startsWith(LIBRARY); }
}
