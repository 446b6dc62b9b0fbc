package dev.ithaca.ide.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final AtomicInteger wakes = new AtomicInteger();
    private final ConsoleBuffer buffer = new ConsoleBuffer(wakes::incrementAndGet);

    @Test void the_reader_is_woken_once_per_batch() {
        buffer.append(ConsoleBuffer.Kind.OUT, "a");
        buffer.append(ConsoleBuffer.Kind.OUT, "b");
        assertThat(wakes).hasValue(1);
        assertThat(buffer.take(100).pieces()).containsExactly(new ConsoleBuffer.Piece(ConsoleBuffer.Kind.OUT, "ab"));
        buffer.append(ConsoleBuffer.Kind.ERR, "c");
        assertThat(wakes).hasValue(2);
    }

    @Test void a_flood_is_bounded_and_counted() {
        String line = "x".repeat(99) + "\n";
        for (int i = 0; i < 100_000; i++) buffer.append(ConsoleBuffer.Kind.OUT, line);
        ConsoleBuffer.Batch batch = buffer.take(Integer.MAX_VALUE);
        long kept = batch.pieces().stream().mapToLong(piece -> piece.text().length() / 100).sum();
        assertThat(kept).isLessThan(30_000);
        assertThat(kept + batch.droppedLines()).isEqualTo(100_000);
    }

    @Test void a_character_split_over_two_writes_stays_whole() {
        PrintStream out = ConsoleStream.open(buffer, ConsoleBuffer.Kind.OUT);
        byte[] bytes = "é€".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) out.write(b);
        out.flush();
        assertThat(buffer.take(100).pieces()).containsExactly(new ConsoleBuffer.Piece(ConsoleBuffer.Kind.OUT, "é€"));
    }

    @Test void input_gives_lines_then_the_end() {
        StandardInput input = new StandardInput();
        input.send("hé\n");
        input.close();
        byte[] read = new byte[10];
        assertThat(input.read(read, 0, 10)).isEqualTo(4);
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test void places_and_pids_are_links() {
        assertThat(Links.in("at main (src/main.nos:14:9) in <7>")).containsExactly(
                new Links.Link.Place(9, 26, "src/main.nos", 14, 9), new Links.Link.Process(31, 34, 7));
        assertThat(Links.in("Some(<pid 12>), <pid:3>")).containsExactly(new Links.Link.Process(5, 13, 12), new Links.Link.Process(16, 23, 3));
        assertThat(Links.in("nothing: here <b>")).isEmpty();
    }

    @Test void colours_become_styles_and_other_sequences_vanish_even_in_pieces() {
        AnsiText terminal = new AnsiText();
        AnsiText.Style red = new AnsiText.Style("red", true);
        assertThat(terminal.read("a\u001b[1;31mb\u001b[2Kc\u001b[0")).containsExactly(
                new AnsiText.Run("a", AnsiText.Style.PLAIN), new AnsiText.Run("b", red), new AnsiText.Run("c", red));
        assertThat(terminal.read("md\u001b")).containsExactly(new AnsiText.Run("d", AnsiText.Style.PLAIN));
        assertThat(terminal.read("[32me")).containsExactly(new AnsiText.Run("e", new AnsiText.Style("green", false)));
        assertThat(terminal.read("\u001b[" + "1".repeat(500) + "x")).as("what never ends is given up").isNotEmpty();
    }
}
