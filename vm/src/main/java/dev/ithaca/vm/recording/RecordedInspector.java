package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import dev.ithaca.vm.inspect.Respawned;
import dev.ithaca.vm.inspect.SentMessage;
import dev.ithaca.vm.inspect.VariableView;
import dev.ithaca.vm.inspect.VmStatistics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Shows one moment of a recording after the other as if it were a machine in which nothing can be changed. */
public final class RecordedInspector implements Inspector {
    private static final String REFUSAL = "This is a recording: nothing in it can be changed";

    private final Recording recording;
    private volatile int shown;

    /** Shows the last moment at first: that is why most recordings are opened. */
    public RecordedInspector(Recording recording) {
        this.recording = recording;
        shown = recording.size() - 1;
    }

    public Recording recording() { return recording; }

    /** Index of the moment shown. */
    public int shown() { return shown; }

    public void show(int moment) {
        if (moment < 0 || moment >= recording.size()) throw new IndexOutOfBoundsException(moment);
        shown = moment;
    }

    @Override public boolean isLive() { return false; }

    @Override public Population population() { return recording.population(shown); }

    @Override public List<ProcessInfo> processes() {
        Population now = population();
        return IntStream.range(0, now.size()).mapToObj(row -> info(now, row)).toList();
    }

    @Override public Optional<ProcessInfo> info(long pid) {
        Population now = population();
        int row = now.rowOf(pid);
        return row < 0 ? Optional.empty() : Optional.of(info(now, row));
    }

    private static ProcessInfo info(Population now, int row) {
        Place at = now.place(row);
        return new ProcessInfo(now.pid(row), now.name(row), now.status(row), now.mailboxLength(row), now.reductions(row), now.heapBytes(row),
                now.parent(row), now.childCount(row), at.function(), now.origin(row).function(), at.file(), at.line(), now.worker(row),
                now.uptimeMillis(row), now.exitReason(row));
    }

    @Override public CompletableFuture<Optional<ProcessSnapshot>> snapshot(long pid, int maxFrames, int maxMessages) {
        int moment = shown;
        return CompletableFuture.supplyAsync(() -> look(moment, pid).map(snapshot -> cut(snapshot, maxFrames, maxMessages)),
                task -> Thread.ofVirtual().start(task));
    }

    private Optional<ProcessSnapshot> look(int moment, long pid) {
        Population now = recording.population(moment);
        int row = now.rowOf(pid);
        if (row < 0) return Optional.empty();
        ProcessInfo info = info(now, row);
        Optional<Recording.Taken> taken = recording.snapshot(moment, pid).filter(found -> found.moment() == moment || isUnmoved(found.snapshot().info(), info));
        return Optional.of(taken.map(found -> found.moment() == moment ? found.snapshot() : at(info, found.snapshot()))
                .orElseGet(() -> figuresOnly(now, info)));
    }

    /** It has done nothing and got nothing since, so that what was seen then is still so. */
    private static boolean isUnmoved(ProcessInfo then, ProcessInfo now) {
        return then.reductions() == now.reductions() && then.mailboxLength() == now.mailboxLength() && then.status() == now.status();
    }

    private static ProcessSnapshot at(ProcessInfo info, ProcessSnapshot then) {
        return new ProcessSnapshot(info, then.frames(), then.frameCount(), then.mailbox(), then.children(), then.links(), then.monitors(),
                then.monitoredBy(), then.waitsFor(), then.lockHolder(), then.trace(), then.supervisor(), then.recent());
    }

    /** Of a process that was not looked into at this moment. */
    private static ProcessSnapshot figuresOnly(Population now, ProcessInfo info) {
        var frame = new FrameView(info.function(), info.file(), info.line(), 0,
                List.of(new VariableView("…", "", RecordedValue.remark("the recording has its figures only at this moment"))));
        return new ProcessSnapshot(info, List.of(frame), 1, List.of(), children(now, info.pid()), List.of(), List.of());
    }

    private static ProcessSnapshot cut(ProcessSnapshot s, int maxFrames, int maxMessages) {
        return new ProcessSnapshot(s.info(), s.frames().subList(0, Math.min(maxFrames, s.frames().size())), s.frameCount(),
                s.mailbox().subList(0, Math.min(maxMessages, s.mailbox().size())), s.children(), s.links(), s.monitors(), s.monitoredBy(),
                s.waitsFor(), s.lockHolder(), s.trace(), s.supervisor(), s.recent());
    }

    @Override public List<Long> children(long pid) { return children(population(), pid); }

    private static List<Long> children(Population now, long pid) {
        return LongStream.range(0, now.alive()).filter(row -> now.parent((int) row) == pid).map(row -> now.pid((int) row)).boxed().toList();
    }

    @Override public VmStatistics statistics() { return recording.moment(shown).statistics(); }

    @Override public Optional<String> deadlock() { return Optional.ofNullable(recording.moment(shown).deadlock()); }

    @Override public boolean traces(long pid) {
        return recording.snapshot(shown, pid).map(found -> found.snapshot().trace().isPresent()).orElse(false);
    }

    @Override public boolean kill(long pid) { return false; }

    @Override public boolean suspend(long pid) { return false; }

    @Override public boolean resume(long pid) { return false; }

    @Override public void collectGarbage() { }

    @Override public Respawned respawn(long pid) { return new Respawned(0, REFUSAL); }

    @Override public ProcessStart start(long pid) {
        return new ProcessStart("", "", "", List.of(), "What <" + pid + "> was started with is not in the recording");
    }

    @Override public CompletableFuture<SentMessage> send(long pid, String expression) {
        return CompletableFuture.completedFuture(new SentMessage(null, REFUSAL, ArmMatch.UNKNOWN));
    }
}
