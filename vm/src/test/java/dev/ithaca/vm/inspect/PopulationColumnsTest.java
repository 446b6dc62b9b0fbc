package dev.ithaca.vm.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Columns of few bytes that hold whatever number comes. */
class PopulationColumnsTest {
    private static final int ROWS = 1_000;

    @Test void aFewLargeNumbersAreKeptAsTheyAre() {
        int[] values = IntStream.range(0, ROWS).map(row -> row % 100 == 7 ? 65_534 + row : row).toArray();
        assertThat(small(values)).containsExactly(values);
        long[] counts = LongStream.range(0, ROWS).map(row -> row % 100 == 7 ? 0xFFFF_FFFEL + row : 0xFFFF_FF00L - row).toArray();
        assertThat(counts(counts)).containsExactly(counts);
    }

    @Test void manyLargeNumbersAreKeptAsTheyAre() {
        int[] values = IntStream.range(0, ROWS).map(row -> row % 3 == 0 ? row : 1_000_000 + row).toArray();
        assertThat(small(values)).containsExactly(values);
        long[] counts = LongStream.range(0, ROWS).map(row -> row % 3 == 0 ? row : Long.MAX_VALUE - row).toArray();
        assertThat(counts(counts)).containsExactly(counts);
    }

    @Test void pidsAreFoundWhateverTheirSize() {
        var column = new CountColumn(ROWS);
        for (int row = 0; row < ROWS; row++) column.set(row, 3L * row + (row < 990 ? 0 : 1L << 40));
        for (int row = 0; row < ROWS; row++) assertThat(column.search(0, ROWS, column.get(row))).isEqualTo(row);
        assertThat(column.search(0, ROWS, 4)).isNegative();
        assertThat(column.search(0, 5, 15)).isNegative();
    }

    private static int[] small(int[] values) {
        var column = new SmallColumn(ROWS / 2);
        for (int row = 0; row < ROWS; row++) {
            if (row == ROWS / 2) column.setLength(ROWS);
            column.set(row, values[row]);
        }
        return IntStream.range(0, ROWS).map(column::get).toArray();
    }

    private static long[] counts(long[] values) {
        var column = new CountColumn(ROWS / 2);
        for (int row = 0; row < ROWS; row++) {
            if (row == ROWS / 2) column.setLength(ROWS);
            column.set(row, values[row]);
        }
        return IntStream.range(0, ROWS).mapToLong(column::get).toArray();
    }
}
