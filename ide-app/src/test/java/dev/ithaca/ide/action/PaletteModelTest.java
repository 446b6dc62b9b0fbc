package dev.ithaca.ide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final Actions actions = new Actions();
    private final List<Integer> lines = new ArrayList<>();
    private final PaletteModel model = new PaletteModel(actions, () -> List.of(place("src/bank.nos"), place("main.nos")), lines::add);

    private static Choice place(String label) { return new Choice(label, "", "", () -> {}); }

    @Test void files_come_before_commands() {
        actions.addGroup(Action.of("m", Action.Menu.VIEW, "Hide Monitor", () -> {}).withKeys("Shortcut+M"));
        assertThat(model.choices("m")).extracting(Choice::label).containsExactly("main.nos", "Hide Monitor");
        assertThat(model.choices(">monitor")).extracting(Choice::label).containsExactly("Hide Monitor");
    }

    @Test void letters_in_order_are_enough() {
        assertThat(model.choices("bnk")).extracting(Choice::label).containsExactly("src/bank.nos");
        assertThat(model.choices("knb")).isEmpty();
    }

    @Test void a_colon_goes_to_a_line() {
        model.choices(":12").getFirst().body().run();
        assertThat(lines).containsExactly(12);
        assertThat(model.choices(":x")).isEmpty();
    }
}
