package dev.ithaca.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.00 KiB", "70200,68.6 KiB", "1048575,1.00 MiB", "5368709120,5.00 GiB"})
    void bytes(long n, String text) { assertThat(Format.bytes(n)).isEqualTo(text); }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"7;7", "9999;9,999", "12400;12.4 k", "999999;1.00 M", "38123456;38.1 M"})
    void shortCounts(long n, String text) { assertThat(Format.shortCount(n)).isEqualTo(text); }

    @ParameterizedTest
    @CsvSource({"820,820 ms", "3250,3.2 s", "130000,02:10", "3607000,1:00:07", "183600000,2 d 03:00"})
    void durations(long millis, String text) { assertThat(Format.duration(millis)).isEqualTo(text); }

    @ParameterizedTest
    @CsvSource({"src/main.nos,14,main.nos:14", "main.nos,0,main.nos", ",3,''"})
    void places(String file, int line, String text) { assertThat(Format.place(file, line)).isEqualTo(text); }
}
