package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.CallTracer;
import dev.ithaca.vm.runtime.Capture;
import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.Events;
import dev.ithaca.vm.runtime.ExitReason;
import dev.ithaca.vm.runtime.Flow;
import dev.ithaca.vm.runtime.FrameVariable;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Observer;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.ReceiveArm;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Closure;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The inspector of one machine. */
public final class MachineInspector implements Inspector {
    /** Snapshots are put together here, neither on the worker that captured them nor on the caller's thread. */
    private static final Executor BACKGROUND = task -> Thread.ofVirtual().start(task);

    /** A running process is not waited for longer to tell which clause takes a message. */
    private static final long MATCH_PATIENCE_MILLIS = 500;

    /** A call is sought among so many, and a running process is not waited for longer to evaluate something in it. */
    private static final int EVALUATED_FRAMES = 200;
    private static final long EVALUATION_PATIENCE_MILLIS = 2_000;

    /** A supervisor waits in its loop, at the top of its stack. */
    private static final int SUPERVISOR_FRAMES = 5;

    private final Observer observer;
    private final Expressions expressions;
    private final CallTracer tracer;

    public MachineInspector(Machine machine) { this(machine, Expressions.NONE, CallTracer.none()); }

    /**
     * @param expressions evaluates what users type
     * @param tracer tells of calls of the program's functions
     */
    public MachineInspector(Machine machine, Expressions expressions, CallTracer tracer) {
        this.tracer = tracer;
        observer = machine.observer();
        this.expressions = expressions;
    }

    @Override public List<ProcessInfo> processes() {
        List<ProcessInfo> result = new ArrayList<>((int) Math.min(1 << 20, observer.spawned() - observer.exited() + 16));
        observer.forEachLive(p -> result.add(info(p)));
        long[] listed = result.stream().mapToLong(ProcessInfo::pid).toArray();
        for (Process p : observer.dead()) {
            // it may have been among the living while we were on our way
            if (Arrays.binarySearch(listed, p.id()) < 0) result.add(info(p));
        }
        return result;
    }

    @Override public Population population() { return PopulationSweep.run(observer, Figure.NONE); }

    @Override public Population population(Set<Figure> wanted) { return PopulationSweep.run(observer, wanted); }

    @Override public Population population(long[] pids) { return PopulationSweep.run(observer, pids); }

    @Override public Optional<ProcessInfo> info(long pid) { return Optional.ofNullable(observer.find(pid)).map(this::info); }

    @Override public CompletableFuture<Optional<ProcessSnapshot>> snapshot(long pid, int maxFrames, int maxMessages) {
        Process p = observer.find(pid);
        if (p == null) return CompletableFuture.completedFuture(Optional.empty());
        return observer.capture(p, maxFrames, maxMessages).thenApplyAsync(capture -> {
            observer.measureHeap(capture);
            return Optional.of(snapshot(capture));
        }, BACKGROUND);
    }

    @Override public List<Long> children(long pid) { return observer.children(pid); }

    @Override public boolean kill(long pid) {
        Process p = observer.find(pid);
        return p != null && observer.kill(p);
    }

    @Override public Killing killUndoably(Set<Long> pids) { return MachineKilling.of(observer, pids, BACKGROUND); }

    @Override public CompletableFuture<KillPreview> previewKill(Collection<Long> pids) {
        return CompletableFuture.supplyAsync(() -> {
            List<Long> along = observer.takesAlong(pids);
            Set<Long> ending = new HashSet<>(pids);
            ending.addAll(along);
            return new KillPreview(along, restarts(ending));
        }, BACKGROUND);
    }

    private List<KillPreview.Restart> restarts(Set<Long> ending) {
        List<KillPreview.Restart> restarts = new ArrayList<>();
        for (long supervisor : observer.reactingTo(ending)) {
            Process p = observer.find(supervisor);
            if (p == null) continue;
            try {
                Supervisors.in(observer.capture(p, SUPERVISOR_FRAMES, 0).get(MATCH_PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                        .flatMap(view -> Supervisors.reaction(supervisor, view, ending)).ifPresent(restarts::add);
            } catch (TimeoutException | ExecutionException unanswered) {
                continue;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return restarts;
    }

    @Override public List<List<String>> running() {
        return observer.running().stream().map(stack -> stack.stream().map(CodeLocation::signature).toList()).toList();
    }

    @Override public boolean exit(long pid, String reason) {
        Process p = observer.find(pid);
        return p != null && observer.exit(p, switch (reason) {
            case "normal" -> ExitReason.NORMAL;
            case "shutdown" -> ExitReason.SHUTDOWN;
            default -> ExitReason.error(reason);
        });
    }

    @Override public boolean trace(long pid, boolean on) {
        Process p = observer.find(pid);
        return p != null && observer.trace(p, on);
    }

    @Override public boolean traces(long pid) {
        Process p = observer.find(pid);
        return p != null && observer.traces(p);
    }

    @Override public void traceAll(boolean on) { observer.traceAll(on); }

    @Override public boolean tracesAll() { return observer.tracesAll(); }

    @Override public boolean time(long pid, boolean on) {
        Process p = observer.find(pid);
        return p != null && observer.time(p, on);
    }

    @Override public Optional<Latencies> latencies(long pid) {
        return Optional.ofNullable(observer.find(pid)).map(observer::timing).map(Latencies::of);
    }

    @Override public MessageFlow flow(Set<Long> pids, int most) {
        Flow flow = observer.flow(pids, most);
        return new MessageFlow(flow.events().stream().map(MachineInspector::event).toList(),
                flow.participants().stream().map(p -> new MessageFlow.Participant(p.pid(), p.name(), p.function(), p.alive())).toList(),
                Set.copyOf(flow.traced()));
    }

    @Override public CallTrace traceCalls(String function, Set<Long> pids, int most, Duration time) {
        return RecordedCalls.start(observer, tracer, function, pids, most, time);
    }

    private static FlowEvent event(Flow.Event e) {
        ValueView value = e.value() == null ? null : RuntimeValueView.of(e.value(), null);
        return new FlowEvent(FlowEvent.Kind.valueOf(e.kind().name()), e.sequence(), e.millis(), e.from(), e.to(), value, e.text(), place(e.place()));
    }

    @Override public Runnable stopAt(EventCondition condition, LongConsumer onStop) {
        if (condition.kind() == EventCondition.Kind.LINE) return LineStop.arm(observer, condition, onStop);
        ArmedStop stop = new ArmedStop(observer, condition, onStop);
        observer.arm(stop);
        return () -> observer.disarm(stop);
    }

    @Override public boolean suspend(long pid) {
        Process p = observer.find(pid);
        return p != null && observer.suspend(p);
    }

    @Override public boolean resume(long pid) {
        Process p = observer.find(pid);
        return p != null && observer.resume(p);
    }

    @Override public Respawned respawn(long pid) {
        Process ended = observer.find(pid);
        if (ended == null) return Respawned.refused("<" + pid + "> is no longer known");
        if (observer.isStopped()) return Respawned.refused("The program has ended: nothing can be started in it");
        if (observer.isAlive(ended)) return Respawned.refused("<" + pid + "> is still alive");
        try {
            Process child = observer.respawn(ended);
            return child != null ? new Respawned(child.id(), null)
                    : Respawned.refused(startNotKept(ended));
        } catch (NostosException refused) {
            return Respawned.refused(refused.getMessage());
        }
    }

    private String startNotKept(Process p) {
        return "What <" + p.id() + "> was started with " + (observer.startWasTooLarge(p)
                ? "is too large to be kept, unless all are traced when it starts" : "is not known: no history was kept when it started");
    }

    @Override public void keepHistory(boolean on) { observer.keepHistory(on); }

    @Override public boolean keepsHistory() { return observer.keepsHistory(); }

    @Override public ProcessStart start(long pid) {
        Process p = observer.find(pid);
        if (p == null) return ProcessStart.unknown("<" + pid + "> is no longer known");
        Closure start = observer.startOf(p);
        if (start == null) return ProcessStart.unknown(startNotKept(p));
        Closure.Origin origin = start.origin();
        if (origin == null) return ProcessStart.unknown("What <" + pid + "> was started with is not in the program's source");
        List<ProcessStart.Variable> values = IntStream.range(0, start.captureCount()).mapToObj(i -> new ProcessStart.Variable(
                start.captureName(i), start.capture(i) instanceof Cell, RuntimeValueView.of(start.capture(i), null))).toList();
        return new ProcessStart(origin.module(), origin.file(), origin.text(), values, null);
    }

    @Override public boolean step(long pid, Step how, Runnable onStop) {
        Process p = observer.find(pid);
        return p != null && observer.step(p, new StepEnd(how, onStop));
    }

    @Override public CompletableFuture<Optional<String>> dropMessage(long pid) {
        Process p = observer.find(pid);
        if (p == null) return CompletableFuture.completedFuture(Optional.empty());
        return observer.dropOldestMessage(p).thenApplyAsync(dropped -> Optional.ofNullable(dropped).map(Preview::of), BACKGROUND);
    }

    @Override public CompletableFuture<SentMessage> send(long pid, String expression) {
        Process p = observer.find(pid);
        if (p == null || !observer.isAlive(p)) return CompletableFuture.completedFuture(SentMessage.refused("<" + pid + "> is already dead"));
        return CompletableFuture.supplyAsync(() -> expressions.evaluate(expression), BACKGROUND).thenCompose(evaluated -> {
            if (evaluated.problem() != null) return CompletableFuture.completedFuture(SentMessage.refused(evaluated.problem()));
            Object value = evaluated.value();
            return observer.capture(p, 1, 0).copy().orTimeout(MATCH_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .handle((capture, late) -> late == null ? match(capture.receiveArms(), value) : ArmMatch.UNKNOWN)
                    .thenApply(match -> observer.send(p, value) ? new SentMessage(Preview.of(value), null, match)
                            : SentMessage.refused("<" + pid + "> has died meanwhile"));
        }).exceptionally(failure -> SentMessage.refused("The message could not be made: " + failure.getMessage()));
    }

    @Override public CompletableFuture<Evaluation> evaluate(long pid, String function, String expression) {
        Process p = observer.find(pid);
        if (p == null) return CompletableFuture.completedFuture(Evaluation.refused("<" + pid + "> is no longer known"));
        return observer.capture(p, EVALUATED_FRAMES, 0).orTimeout(EVALUATION_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApplyAsync(capture -> evaluate(capture, function, expression), BACKGROUND)
                .exceptionally(failure -> Evaluation.refused(failure instanceof TimeoutException ? "<" + pid + "> has not come to a safepoint"
                        : "The expression could not be evaluated: " + failure.getMessage()));
    }

    private Evaluation evaluate(Capture capture, String function, String expression) {
        Optional<Capture.CapturedFrame> frame = capture.frames().stream()
                .filter(f -> f.frame() != null && (function == null || f.location().function().equals(function))).findFirst();
        if (frame.isEmpty()) {
            return Evaluation.refused("<" + capture.process().id() + "> " + (function == null ? "has no variables yet" : "is no longer in " + function));
        }
        var scope = new Expressions.Scope(frame.get().location().file(), frame.get().variables());
        Expressions.Evaluated evaluated = expressions.evaluateIn(scope, expression);
        return evaluated.problem() != null ? Evaluation.refused(evaluated.problem())
                : new Evaluation(RuntimeValueView.of(evaluated.value(), null), null);
    }

    @Override public Runnable subscribe(Consumer<ProcessEvent> consumer) {
        Events.Listener listener = (kind, pid, other, millis, text) -> consumer.accept(
                new ProcessEvent(ProcessEvent.Kind.valueOf(kind.name()), pid, other, millis, text));
        observer.events().subscribe(listener);
        return () -> observer.events().unsubscribe(listener);
    }

    @Override public Optional<String> deadlock() { return Optional.ofNullable(observer.deadlock()); }

    @Override public VmStatistics statistics() {
        Runtime host = Runtime.getRuntime();
        long spawned = observer.spawned();
        long exited = observer.exited();
        int alive = observer.isStopped() ? 0 : (int) Math.max(0, spawned - exited);
        return new VmStatistics(alive, spawned, observer.isStopped() ? spawned : exited, observer.reductions(), observer.messages(),
                observer.runQueue(), observer.workers(), host.totalMemory() - host.freeMemory(), host.maxMemory(),
                observer.uptimeMillis(), collectionMillis(), observer.queuedMillis(), observer.turns());
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(c -> Math.max(0, c.getCollectionTime())).sum();
    }

    private ProcessInfo info(Process p) {
        CodeLocation at = observer.location(p);
        String initial = observer.initialFunction(p);
        return new ProcessInfo(p.id(), observer.name(p), status(observer.status(p)), observer.mailboxLength(p), observer.reductions(p),
                observer.heapBytes(p), observer.parent(p), observer.childCount(p), at == null ? initial : at.function(), initial,
                at == null ? null : at.file(), at == null ? 0 : at.line(), Math.max(0, observer.worker(p)),
                observer.uptimeMillis(p), observer.exitReason(p));
    }

    static ProcessStatus status(String label) {
        return switch (label) {
            case "running" -> ProcessStatus.RUNNING;
            case "runnable" -> ProcessStatus.RUNNABLE;
            case "waiting" -> ProcessStatus.WAITING;
            case "sleeping" -> ProcessStatus.SLEEPING;
            case "io_wait" -> ProcessStatus.IO_WAIT;
            case "suspended" -> ProcessStatus.SUSPENDED;
            default -> ProcessStatus.DEAD;
        };
    }

    /** The first arm that may take it counts, as when the program runs. */
    private static ArmMatch match(List<ReceiveArm> arms, Object message) {
        if (arms.isEmpty()) return ArmMatch.UNKNOWN;
        for (ReceiveArm arm : arms) {
            switch (arm.match(message)) {
                case YES -> { return new ArmMatch(ArmMatch.Kind.CERTAIN, arm.pattern(), arm.line()); }
                case MAYBE -> { return new ArmMatch(ArmMatch.Kind.POSSIBLE, arm.pattern(), arm.line()); }
                case NO -> { }
            }
        }
        return ArmMatch.NONE;
    }

    private ProcessSnapshot snapshot(Capture capture) {
        List<FrameView> frames = new ArrayList<>(capture.frames().size());
        for (Capture.CapturedFrame f : capture.frames()) {
            CodeLocation at = f.location();
            List<VariableView> variables = new ArrayList<>();
            for (FrameVariable v : f.variables()) {
                RuntimeValueView value = RuntimeValueView.of(v.value(), v.type());
                variables.add(new VariableView(v.name(), value.type(), value));
            }
            frames.add(new FrameView(at.function(), at.file(), at.line(), at.column(), variables, f.seenAt()));
        }
        List<ReceiveArm> arms = capture.receiveArms();
        List<MessageView> mailbox = new ArrayList<>(capture.messages().size());
        for (Capture.QueuedMessage m : capture.messages()) {
            mailbox.add(new MessageView(m.sender(), m.ageMillis(), RuntimeValueView.of(m.value(), null), match(arms, m.value()), place(m.from())));
        }
        Process p = capture.process();
        List<Long> children = observer.childCount(p) == 0 ? List.of() : observer.children(p.id());
        return new ProcessSnapshot(info(p), frames, capture.frameCount(), mailbox, children, capture.links(), capture.monitors(),
                capture.monitoredBy(), arms.stream().map(ReceiveArm::pattern).toList(), observer.lockHolder(p), Optional.ofNullable(capture.trace()).map(MachineInspector::trace),
                Supervisors.in(capture), trace(capture.recent()));
    }

    private static List<TracedMessage> trace(List<Capture.TracedMessage> noted) {
        return noted.stream().map(m -> new TracedMessage(m.incoming(), m.other(), m.ageMillis(), RuntimeValueView.of(m.value(), null),
                place(m.from()), m.queued())).toList();
    }

    private static Place place(CodeLocation at) { return at == null ? null : new Place(at.function(), at.file(), at.line()); }
}
