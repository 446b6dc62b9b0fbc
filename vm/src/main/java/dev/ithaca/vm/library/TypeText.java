package dev.ithaca.vm.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A type in source form, taken apart.
 *
 * @param name of the type without its arguments; empty for a tuple, whose arguments are its components
 */
record TypeText(String name, List<TypeText> args) {
    TypeText { args = List.copyOf(args); }

    static TypeText parse(String text) { return new Reader(text).type(); }

    boolean isTuple() { return name.isEmpty(); }

    /** With names replaced by what they stand for. */
    TypeText with(Map<String, TypeText> meanings) {
        if (args.isEmpty()) return meanings.getOrDefault(name, this);
        return new TypeText(name, args.stream().map(arg -> arg.with(meanings)).toList());
    }

    @Override public String toString() {
        String inner = String.join(", ", args.stream().map(TypeText::toString).toList());
        return isTuple() ? "(" + inner + ")" : args.isEmpty() ? name : name + "[" + inner + "]";
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) { this.text = text; }

        TypeText type() {
            skip();
            if (take('(')) return new TypeText("", list(')'));
            int start = at;
            while (at < text.length() && "[](), ".indexOf(text.charAt(at)) < 0) at++;
            String name = text.substring(start, at);
            return new TypeText(name, take('[') ? list(']') : List.of());
        }

        private List<TypeText> list(char close) {
            List<TypeText> all = new ArrayList<>();
            skip();
            while (at < text.length() && !take(close)) {
                int before = at;
                all.add(type());
                skip();
                take(',');
                skip();
                if (at == before) break;
            }
            return all;
        }

        private void skip() { while (at < text.length() && text.charAt(at) == ' ') at++; }

        private boolean take(char c) {
            if (at >= text.length() || text.charAt(at) != c) return false;
            at++;
            return true;
        }
    }
}
