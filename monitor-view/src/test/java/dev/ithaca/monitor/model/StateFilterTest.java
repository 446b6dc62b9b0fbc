package dev.ithaca.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States are switched on and off in a filter that says other things besides. */
class StateFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | WAITING | -state:waiting", "-state:waiting | WAITING | ''", "fn:pool | DEAD | fn:pool -state:dead",
            "-state:dead mbox>3 | WAITING | mbox>3 -state:waiting,dead", "state:running | WAITING | state:running,waiting",
            "state:running fn:x | RUNNING | fn:x", "state:alive | DEAD | ''", "mystate:x | DEAD | mystate:x -state:dead"})
    void togglesAState(String filter, ProcessStatus status, String wanted) {
        assertThat(StateFilter.toggle(filter, status)).isEqualTo(wanted);
    }

    @Test void whatIsWrittenIsWhatTheFilterLetsThrough() {
        String filter = "";
        Set<ProcessStatus> shown = EnumSet.allOf(ProcessStatus.class);
        for (ProcessStatus status : ProcessStatus.values()) {
            if (shown.size() == 1) break;
            filter = StateFilter.toggle(filter, status);
            shown.remove(status);
            assertThat(StateFilter.shown(filter)).isEqualTo(shown);
            assertThat(ProcessFilter.parse(filter).problem()).isNull();
        }
        assertThat(StateFilter.all(filter + " fn:x")).isEqualTo("fn:x");
    }
}
