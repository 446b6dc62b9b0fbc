package dev.ithaca.ide.action;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the palette offers for what is typed: {@code >} asks for commands, {@code :} for a line, anything else for
 * files and definitions first, then commands.
 */
public final class PaletteModel {
    private static final int MAX_SHOWN = 200;

    private final Actions actions;
    private final Supplier<List<Choice>> places;
    private final IntConsumer goToLine;

    /** @param places files, definitions and examples, newest state at each call */
    public PaletteModel(Actions actions, Supplier<List<Choice>> places, IntConsumer goToLine) {
        this.actions = actions;
        this.places = places;
        this.goToLine = goToLine;
    }

    public List<Choice> choices(String typed) {
        if (typed.startsWith(":")) return lineChoice(typed.substring(1).strip());
        if (typed.startsWith(">")) return ranked(commands(), typed.substring(1).strip()).limit(MAX_SHOWN).toList();
        String query = typed.strip();
        Stream<Choice> commands = query.isEmpty() ? Stream.empty() : ranked(commands(), query);
        return Stream.concat(ranked(places.get(), query), commands).limit(MAX_SHOWN).toList();
    }

    private List<Choice> commands() {
        return actions.all().stream().filter(action -> action.enabled().get())
                .map(action -> new Choice(action.label().get(), action.menu().label(), action.keyText(), action::fire)).toList();
    }

    private static Stream<Choice> ranked(List<Choice> all, String query) {
        record Ranked(Choice choice, OptionalInt rank) {}
        return all.stream().map(choice -> new Ranked(choice, choice.rank(query))).filter(ranked -> ranked.rank().isPresent())
                .sorted(Comparator.comparingInt(ranked -> ranked.rank().getAsInt())).map(Ranked::choice);
    }

    private List<Choice> lineChoice(String digits) {
        if (!digits.matches("\\d{1,7}")) return List.of();
        return List.of(new Choice("Go to line " + digits, "", "Enter", () -> goToLine.accept(Integer.parseInt(digits))));
    }
}
