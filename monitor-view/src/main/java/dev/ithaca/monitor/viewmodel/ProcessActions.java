package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Descendants;
import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.KillPreview;
import dev.ithaca.vm.inspect.Killing;
import dev.ithaca.vm.inspect.Respawned;
import dev.ithaca.vm.inspect.Step;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is done to the chosen processes. Each action goes to the pids that are chosen when it is given, on a virtual thread.
 * To be used on the JavaFX thread.
 */
public final class ProcessActions {
    /** A preview that takes longer is not worth waiting for: the question is then asked without it. */
    private static final long PREVIEW_PATIENCE_MILLIS = 1_500;

    private final MonitorModel model;
    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<KillRequest> killRequest = new ReadOnlyObjectWrapper<>(this, "killRequest");

    ProcessActions(MonitorModel model) {
        this.model = model;
        selection = model.selection();
    }

    /** A kill that waits for the user's word, or null. */
    public ReadOnlyObjectProperty<KillRequest> killRequestProperty() { return killRequest.getReadOnlyProperty(); }

    /** Kills the chosen process; asks first if it is not the only one that is concerned. */
    public void kill() { killOrAsk(selection.livingTargets()); }

    /** Kills the chosen processes and all below them in the spawn tree; asks first if there are several. */
    public void killSubtree() {
        ProcessSample sample = sample();
        Set<Long> roots = selection.targetsProperty().get();
        Thread.ofVirtual().name("monitor-action").start(() -> {
            Set<Long> all = Descendants.of(sample, roots);
            Platform.runLater(() -> killOrAsk(all));
        });
    }

    /** Kills the chosen processes without a question. */
    public void killNow() {
        Set<Long> victims = selection.livingTargets();
        killNow(victims, victims.contains(mainPid()));
    }

    public void confirmKill() {
        KillRequest request = killRequest.get();
        if (request != null) killNow(request.pids(), request.endsProgram());
    }

    public void cancelKill() { killRequest.set(null); }

    private void killOrAsk(Set<Long> victims) {
        Inspector machine = model.inspectorProperty().get();
        if (victims.isEmpty() || machine == null) return;
        machine.previewKill(victims).completeOnTimeout(KillPreview.NOTHING, PREVIEW_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(unknown -> KillPreview.NOTHING).thenAccept(preview -> Platform.runLater(() -> {
                    if (model.inspectorProperty().get() == machine) ask(victims, preview);
                }));
    }

    private void ask(Set<Long> victims, KillPreview preview) {
        long main = mainPid();
        boolean endsProgram = victims.contains(main) || preview.along().contains(main);
        if (victims.size() == 1 && preview.equals(KillPreview.NOTHING) && !endsProgram) killNow(victims, false);
        else killRequest.set(new KillRequest(victims, preview, endsProgram));
    }

    /** It came first, so that it stands first while it lives; 0 if it does not. */
    private long mainPid() { return sample().alive() > 0 && sample().parent(0) == 0 ? sample().pid(0) : 0; }

    /** @param endsProgram so that nothing is left to take it back in */
    private void killNow(Set<Long> victims, boolean endsProgram) {
        killRequest.set(null);
        Inspector machine = model.inspectorProperty().get();
        if (victims.isEmpty() || machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            Killing killing = machine.killUndoably(victims);
            Platform.runLater(() -> {
                if (model.inspectorProperty().get() != machine) return;
                Set<Long> killed = new TreeSet<>(victims);
                killed.removeAll(killing.refused());
                boolean open = !endsProgram && !killed.isEmpty() && killing.canBeUndone();
                // one line is enough: that with the offer says what was done
                if (open && killing.refused().isEmpty()) model.refreshNow();
                else acted(victims, List.copyOf(killing.refused()), "killed");
                if (open) model.undo().offer(Format.pids(killed) + " killed", killing, machine);
            });
        });
    }

    /** Suspends the chosen processes; if all of them are suspended, resumes them. */
    public void suspendOrResume() {
        if (selection.suspendedProperty().get()) resume();
        else act(selection.livingTargets(), "suspended", Inspector::suspend);
    }

    /** Lets the chosen processes go on. */
    public void resume() { act(selection.livingTargets(), "resumed", Inspector::resume); }

    /** Lets each of the chosen processes go on for one step. */
    public void step(Step how) {
        act(selection.livingTargets(), "takes a step", (machine, pid) -> machine.step(pid, how, () -> Platform.runLater(model::refreshNow)));
    }

    /** Takes the oldest message of the process looked into out of its mailbox. */
    public void dropMessage() {
        Long pid = selection.primaryProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        machine.dropMessage(pid).thenAccept(dropped -> Platform.runLater(() -> {
            if (model.inspectorProperty().get() != machine) return;
            model.notices().tell(dropped.map(text -> "took " + text + " out of the mailbox of " + Format.pid(pid))
                    .orElse("the mailbox of " + Format.pid(pid) + " is empty"));
            model.refreshNow();
        }));
    }

    /** Starts the dead process looked into once more, and looks into the new one. */
    public void respawn() {
        Long pid = selection.primaryProperty().get();
        Inspector machine = model.inspectorProperty().get();
        if (pid == null || machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            Respawned again = machine.respawn(pid);
            Platform.runLater(() -> {
                if (model.inspectorProperty().get() != machine) return;
                model.notices().tell(again.problem() != null ? again.problem() : Format.pid(again.pid()) + " goes on as "
                        + Format.pid(pid) + " began, with the messages it left");
                if (again.problem() == null) selection.select(again.pid());
                model.refreshNow();
            });
        });
    }

    /** Asks the chosen processes to end for a reason. */
    void exit(Set<Long> pids, String reason) { act(pids, "asked to end: " + reason, (machine, pid) -> machine.exit(pid, reason)); }

    /** Has the last messages of the chosen processes noted; if that of the one looked into is on, turns it off. */
    public void traceMessages() {
        Inspector inspector = model.inspectorProperty().get();
        Long primary = selection.primaryProperty().get();
        // not what the details show: they may be of a moment ago
        boolean on = inspector == null || primary == null || !inspector.traces(primary);
        act(selection.livingTargets(), on ? "traced: its messages are drawn under Messages" : "no longer traced",
                (machine, pid) -> machine.trace(pid, on));
    }

    /** The same for all processes, also those still to come. */
    public void traceAll() {
        Inspector machine = model.inspectorProperty().get();
        if (machine == null) return;
        boolean on = !machine.tracesAll();
        Thread.ofVirtual().name("monitor-action").start(() -> {
            machine.traceAll(on);
            Platform.runLater(() -> {
                if (model.inspectorProperty().get() != machine) return;
                model.notices().tell(on ? "the last messages of every process are noted from now on" : "only processes chosen for it are traced");
                model.refreshNow();
            });
        });
    }

    /** There is one heap for all: no process can be collected alone. */
    public void collectGarbage() {
        Inspector machine = model.inspectorProperty().get();
        if (machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            long before = machine.statistics().heapUsedBytes();
            machine.collectGarbage();
            long after = machine.statistics().heapUsedBytes();
            Platform.runLater(() -> {
                model.notices().tell("collected the garbage of the whole virtual machine: " + Format.bytes(before) + " before, "
                        + Format.bytes(after) + " after");
                model.refreshNow();
            });
        });
    }

    void forget() { killRequest.set(null); }

    private void act(Set<Long> pids, String done, BiPredicate<Inspector, Long> action) {
        Inspector machine = model.inspectorProperty().get();
        if (pids.isEmpty() || machine == null) return;
        Thread.ofVirtual().name("monitor-action").start(() -> {
            var refused = pids.stream().filter(pid -> !action.test(machine, pid)).toList();
            Platform.runLater(() -> {
                if (model.inspectorProperty().get() == machine) acted(pids, refused, done);
            });
        });
    }

    private void acted(Set<Long> pids, List<Long> refused, String done) {
        String who = Format.pids(pids);
        if (refused.isEmpty()) model.notices().tell(who + " " + done);
        else if (pids.size() == 1) model.notices().tell(who + " could not be " + done + ": it is already dead");
        else model.notices().tell(Format.count(refused.size()) + " of " + who + " could not be " + done + ": already dead");
        model.refreshNow();
    }

    private ProcessSample sample() { return model.population().listing().sample(); }
}
