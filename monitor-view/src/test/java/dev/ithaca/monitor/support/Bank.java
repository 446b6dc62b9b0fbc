package dev.ithaca.monitor.support;

import static dev.ithaca.monitor.support.FakeProcess.process;
import static dev.ithaca.monitor.support.FakeValue.integer;
import static dev.ithaca.monitor.support.FakeValue.numbers;
import static dev.ithaca.monitor.support.FakeValue.record;
import static dev.ithaca.monitor.support.FakeValue.variable;

import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;

/** A small bank of processes with one of every status. */
public final class Bank {
    private Bank() {}

    public static FakeInspector open() {
        return new FakeInspector().put(
                process(1).name("main").function("main").status(ProcessStatus.RUNNING).reductions(38_123_456).heap(1_310_720),
                process(3).name("teller").function("serve").status(ProcessStatus.RUNNABLE).reductions(904_311).heap(70_200),
                process(7).parent(3).reductions(5_120).heap(4_104).frame("loop", 14, variable("balance", integer(420)),
                                variable("history", numbers(250)),
                                variable("owner", record("Person", "Person(name: \"Ada\")", "name",
                                        new FakeValue("String", "\"Ada\"", List.of()))))
                        .frame("serve", 31, variable("requests", integer(17)))
                        .mailbox(new MessageView(3, 120, record("Msg", "Deposit(20)", "0", integer(20))),
                                new MessageView(1, 14_000, new FakeValue("Msg", "Balance", List.of()))),
                process(8).parent(3).status(ProcessStatus.SUSPENDED).reductions(80),
                process(9).parent(7).function("fetch").status(ProcessStatus.IO_WAIT).reductions(42),
                process(10).parent(7).function("tick").status(ProcessStatus.SLEEPING).reductions(7),
                process(11).parent(1).dead("killed").reductions(3),
                process(12).parent(1).dead("normal").function("once").reductions(2),
                process(13).parent(1).dead("division by zero").function("ratio").reductions(99));
    }
}
