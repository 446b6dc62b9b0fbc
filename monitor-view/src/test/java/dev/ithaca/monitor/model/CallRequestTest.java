package dev.ithaca.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRequestTest {
    @Test void readsAFunctionWithItsLimits() {
        assertThat(CallRequest.parse(" deposit ")).isEqualTo(new CallRequest("deposit", 100, Duration.ofSeconds(30), false, null));
        assertThat(CallRequest.parse("bank.deposit 5 10s HERE")).isEqualTo(new CallRequest("bank.deposit", 5, Duration.ofSeconds(10), true, null));
        assertThat(CallRequest.parse("deposit 5").limits()).isEqualTo("at most 5 calls, 30 s");
    }

    @ParameterizedTest
    @CsvSource({"'',Type the name of a function", "7,“7” is no name", "deposit(3),“deposit(3)” is no name", "f 0,From 1 to 1", "f 1001,From 1 to", "f 0s,It may take from 1",
        "f 999999999s,It may take", "f 9999999999,“9999999999” is neither", "f soon,“soon” is neither"})
    void saysWhatIsWrong(String text, String problem) { assertThat(CallRequest.parse(text).problem()).startsWith(problem); }
}
