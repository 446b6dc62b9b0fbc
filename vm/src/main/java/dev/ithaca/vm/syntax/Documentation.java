package dev.ithaca.vm.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * What a doc comment says, by its parts. Lines that begin with {@code Example:} and {@code Cost:} stand for themselves, all
 * others are the description.
 *
 * @param description running text; paragraphs are separated by an empty line
 * @param examples each {@code expression => value} or {@code expression => throws value}
 * @param cost what a call costs, such as {@code O(n)}; empty if nothing is said of it
 */
public record Documentation(String description, List<String> examples, String cost) {
    private static final String EXAMPLE = "Example:";
    private static final String COST = "Cost:";

    public Documentation { examples = List.copyOf(examples); }

    /** @param comment without its comment marks */
    public static Documentation of(String comment) {
        var description = new StringBuilder();
        List<String> examples = new ArrayList<>();
        String cost = "";
        for (String line : comment.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith(EXAMPLE)) {
                examples.add(text.substring(EXAMPLE.length()).strip());
            } else if (text.startsWith(COST)) {
                cost = text.substring(COST.length()).strip();
            } else if (text.isEmpty()) {
                if (!description.isEmpty()) description.append("\n\n");
            } else {
                boolean within = !description.isEmpty() && description.charAt(description.length() - 1) != '\n';
                description.append(within ? " " : "").append(text);
            }
        }
        return new Documentation(description.toString().strip(), examples, cost);
    }

    /** The description up to the end of its first paragraph. */
    public String summary() {
        int end = description.indexOf("\n\n");
        return end < 0 ? description : description.substring(0, end);
    }
}
