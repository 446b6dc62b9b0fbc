package dev.ithaca.monitor.support;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.VariableView;
import java.util.ArrayList;
import java.util.List;

/** A process made step by step; each step gives a new one. */
public record FakeProcess(ProcessInfo info, ProcessSnapshot snapshot) {
    public static FakeProcess process(long pid) {
        var info = new ProcessInfo(pid, null, ProcessStatus.WAITING, 0, pid * 10, 512, pid == 1 ? 0 : 1, 0, "loop", "worker",
                "main.nos", 14, 0, 12_000, null);
        return new FakeProcess(new ProcessSnapshot(info, List.of(), 0, List.of(), List.of(), List.of(), List.of())).with(info);
    }

    FakeProcess(ProcessSnapshot snapshot) { this(snapshot.info(), snapshot); }

    public FakeProcess with(ProcessInfo next) {
        return new FakeProcess(next, new ProcessSnapshot(next, snapshot.frames(), snapshot.frameCount(), snapshot.mailbox(),
                snapshot.children(), snapshot.links(), snapshot.monitors()));
    }

    private FakeProcess with(String name, ProcessStatus status, int mailbox, long reductions, long heap, long parent,
                             String function, String reason) {
        return with(new ProcessInfo(info.pid(), name, status, mailbox, reductions, heap, parent, info.childCount(), function,
                info.initialFunction(), info.file(), info.line(), info.worker(), info.uptimeMillis(), reason));
    }

    public FakeProcess name(String name) {
        return with(name, info.status(), info.mailboxLength(), info.reductions(), info.heapBytes(), info.parent(),
                info.function(), info.exitReason());
    }

    public FakeProcess status(ProcessStatus status) {
        return with(info.name(), status, info.mailboxLength(), info.reductions(), info.heapBytes(), info.parent(),
                info.function(), info.exitReason());
    }

    public FakeProcess dead(String reason) {
        return with(info.name(), ProcessStatus.DEAD, info.mailboxLength(), info.reductions(), info.heapBytes(), info.parent(),
                info.function(), reason);
    }

    public FakeProcess reductions(long reductions) {
        return with(info.name(), info.status(), info.mailboxLength(), reductions, info.heapBytes(), info.parent(),
                info.function(), info.exitReason());
    }

    public FakeProcess heap(long bytes) {
        return with(info.name(), info.status(), info.mailboxLength(), info.reductions(), bytes, info.parent(), info.function(),
                info.exitReason());
    }

    public FakeProcess parent(long parent) {
        return with(info.name(), info.status(), info.mailboxLength(), info.reductions(), info.heapBytes(), parent,
                info.function(), info.exitReason());
    }

    public FakeProcess function(String function) {
        return with(info.name(), info.status(), info.mailboxLength(), info.reductions(), info.heapBytes(), info.parent(),
                function, info.exitReason());
    }

    public FakeProcess startedWith(String function) {
        return with(new ProcessInfo(info.pid(), info.name(), info.status(), info.mailboxLength(), info.reductions(), info.heapBytes(), info.parent(),
                info.childCount(), info.function(), function, info.file(), info.line(), info.worker(), info.uptimeMillis(), info.exitReason()));
    }

    /** Adds a frame below those there are. */
    public FakeProcess frame(String function, int line, VariableView... variables) {
        var frames = new ArrayList<>(snapshot.frames());
        frames.add(new FrameView(function, "main.nos", line, 1, List.of(variables)));
        return new FakeProcess(info, new ProcessSnapshot(info, frames, frames.size(), snapshot.mailbox(), snapshot.children(),
                snapshot.links(), snapshot.monitors()));
    }

    /** Gives it other frames. */
    public FakeProcess noFrames() {
        return new FakeProcess(info, new ProcessSnapshot(info, List.of(), 0, snapshot.mailbox(), snapshot.children(),
                snapshot.links(), snapshot.monitors()));
    }

    public FakeProcess mailbox(MessageView... messages) {
        FakeProcess counted = with(info.name(), info.status(), messages.length, info.reductions(), info.heapBytes(),
                info.parent(), info.function(), info.exitReason());
        return new FakeProcess(counted.info, new ProcessSnapshot(counted.info, snapshot.frames(), snapshot.frameCount(),
                List.of(messages), snapshot.children(), snapshot.links(), snapshot.monitors()));
    }
}
