package dev.ithaca.monitor.model;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.monitor.support.FakeInspector;
import dev.ithaca.monitor.support.FakeProcess;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final FakeInspector machine = new FakeInspector().put(process(1).status(ProcessStatus.RUNNING));
    private final Alerts alerts = new Alerts();
    private ProcessSample last;
    private long now;

    private List<String> look() {
        now += 1_000_000_000;
        last = ProcessSample.take(Population.of(machine.processes(), now), last);
        return alerts.look(last).stream().map(Alerts.Alert::text).toList();
    }

    private static FakeProcess withMessages(int count) {
        return process(5).mailbox(Stream.generate(() -> new MessageView(1, 0, null)).limit(count).toArray(MessageView[]::new));
    }

    @Test void aMailboxThatGrowsAndGrowsIsReported() {
        for (int i = 0; i < 6; i++) {
            assertThat(look()).isEmpty();
            machine.put(withMessages(200 + i));
        }
        assertThat(look()).containsExactly("The mailbox of <5> grows and grows: 205 messages");
        machine.put(withMessages(50));
        assertThat(look()).isEmpty();
    }

    @Test void moreAndMoreProcessesOfOneStartAreALeak() {
        List<String> found = List.of();
        for (int i = 0; i < 8; i++) {
            for (long pid = 2; pid < 150 + 10 * i; pid++) machine.put(process(pid).status(ProcessStatus.SLEEPING));
            found = look();
        }
        assertThat(found).containsExactly("More and more processes of worker: 219");
        assertThat(alerts.look(last)).extracting(Alerts.Alert::remark)
                .containsExactly("more and more: 219 live on, +70 in 7.0 s");
    }

    @Test void aStandstillIsToldAfterAWhile() {
        machine.put(process(1), process(2));
        for (int i = 0; i < 4; i++) assertThat(look()).isEmpty();
        assertThat(look()).containsExactly("Nothing has happened for a while: all 2 processes wait for messages");
        machine.put(process(1).reductions(999));
        assertThat(look()).isEmpty();
    }

    @Test void exportsPlainNumbersAndQuotes() {
        machine.put(process(2).name("a,\"b\"").heap(70_200));
        Listing listing = ListingQuery.all().run(ProcessSample.take(Population.of(machine.processes(), 0), null));
        assertThat(Export.csv(listing)).contains("\r\n2,\"a,\"\"b\"\"\",loop:14,waiting,0,0,70200,");
        assertThat(Export.json(listing)).contains("\"name\": \"a,\\\"b\\\"\"").contains("\"heap\": 70200");
    }

    @Test void descendantsAreAllGenerations() {
        machine.put(process(2), process(3).parent(2), process(4).parent(3), process(5), process(6).parent(2).dead("killed"));
        ProcessSample sample = ProcessSample.take(Population.of(machine.processes(), 0), null);
        assertThat(Descendants.of(sample, Set.of(2L))).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(Ancestry.of(sample, 4)).extracting(Ancestry.Ancestor::pid).containsExactly(3L, 2L, 1L);
    }
}
