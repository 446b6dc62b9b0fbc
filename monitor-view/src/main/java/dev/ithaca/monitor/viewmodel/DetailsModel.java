package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.ProcessDetails;
import dev.ithaca.monitor.model.TreeState;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStart;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The process looked into: its latest snapshot and what of it is open. Answers come whenever the process reaches a
 * safepoint; those for another process than the present one are dropped. To be used on the JavaFX thread.
 */
public final class DetailsModel {
    /** What the pane has to show. */
    public enum State {
        NOTHING_SELECTED,
        /** Asked, no answer yet. */
        ASKING,
        SHOWN,
        /** Shown, but the process has not answered lately. */
        LATE,
        /** The machine does not know the process, or no longer. */
        UNKNOWN,
        FAILED
    }

    private static final long PATIENCE_MILLIS = 3_000;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING_SELECTED);
    private final ReadOnlyObjectWrapper<ProcessDetails> details = new ReadOnlyObjectWrapper<>(this, "details");
    private Inspector inspector;
    private long pid;
    private ProcessDetails.Open open = ProcessDetails.Open.initial();
    private String chosenFunction;
    private boolean asking;
    private boolean askAgain;
    private boolean building;
    /** Counts the processes looked at, so that an answer for an earlier one is dropped. */
    private int generation;

    public ReadOnlyObjectProperty<State> stateProperty() { return state.getReadOnlyProperty(); }

    /** The process, or null if there is none to show. */
    public ReadOnlyObjectProperty<ProcessDetails> detailsProperty() { return details.getReadOnlyProperty(); }

    /** Pid looked into, 0 for none. */
    public long pid() { return pid; }

    /** @param newPid 0 for none */
    void show(Inspector newInspector, long newPid) {
        if (newInspector == inspector && newPid == pid) return;
        inspector = newInspector;
        pid = newPid;
        generation++;
        chosenFunction = null;
        asking = false;
        askAgain = false;
        building = false;
        open = ProcessDetails.Open.initial();
        state.set(pid == 0 || inspector == null ? State.NOTHING_SELECTED : State.ASKING);
        details.set(null);
        refresh();
    }

    /** The user has picked a call, by its function, in whichever view. */
    public void chooseCall(String function) { chosenFunction = function; }

    /** The call that the user has picked as long as it lasts, else the innermost that has variables, else none. */
    Optional<FrameView> chosenCall() {
        ProcessDetails shown = details.get();
        if (shown == null) return Optional.empty();
        List<FrameView> calls = shown.snapshot().frames();
        return calls.stream().filter(call -> call.function().equals(chosenFunction)).findFirst()
                .or(() -> calls.stream().filter(call -> !call.variables().isEmpty()).findFirst());
    }

    /** Opens or closes a row of the variables. */
    public void expandVariable(String key, boolean expanded) {
        open = open.withVariables(open.variables().withExpanded(key, expanded));
        rebuild();
    }

    /** Opens or closes a row of the mailbox. */
    public void expandMessage(String key, boolean expanded) {
        open = open.withMailbox(open.mailbox().withExpanded(key, expanded));
        rebuild();
    }

    /** Opens or closes a row of what is known of its end. */
    public void expandEnd(String key, boolean expanded) {
        open = open.withEnd(open.end().withExpanded(key, expanded));
        rebuild();
    }

    /** Shows the next page of children. */
    public void moreEnd(String key) {
        open = open.withEnd(open.end().withMore(key));
        rebuild();
    }

    /** Shows the next page of children; of frames if the key is {@link TreeState#ROOT}. */
    public void moreVariables(String key) {
        open = open.withVariables(open.variables().withMore(key));
        showMore(key);
    }

    /** Shows the next page of children; of messages if the key is {@link TreeState#ROOT}. */
    public void moreMessages(String key) {
        open = open.withMailbox(open.mailbox().withMore(key));
        showMore(key);
    }

    private void showMore(String key) {
        if (key.equals(TreeState.ROOT)) refresh();
        else rebuild();
    }

    /** Asks for a new snapshot, after the answer that is still due if there is one. */
    void refreshAgain() {
        askAgain = asking;
        refresh();
    }

    private void asked() {
        asking = false;
        if (askAgain) refreshAgain();
    }

    /** Asks for a new snapshot unless an answer is still due. */
    void refresh() {
        if (asking || pid == 0 || inspector == null) return;
        asking = true;
        int asked = generation;
        Inspector source = inspector;
        long wanted = pid;
        int frames = open.variables().limit(TreeState.ROOT);
        int messages = open.mailbox().limit(TreeState.ROOT);
        Thread.ofVirtual().name("monitor-snapshot").start(() -> {
            try {
                // a copy: the time limit is ours alone
                var answer = source.snapshot(wanted, frames, messages).copy().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                ProcessStart start = answer.filter(snapshot -> !snapshot.info().alive()).map(dead -> source.start(wanted)).orElse(null);
                Platform.runLater(() -> answered(answer, start, asked));
            } catch (TimeoutException e) {
                Platform.runLater(() -> failed(State.LATE, asked));
            } catch (Exception e) {
                Platform.runLater(() -> failed(State.FAILED, asked));
            }
        });
    }

    private void answered(Optional<ProcessSnapshot> answer, ProcessStart start, int asked) {
        if (asked != generation) return;
        asked();
        if (answer.isPresent()) {
            build(answer.get(), start);
        } else {
            state.set(State.UNKNOWN);
            details.set(null);
        }
    }

    private void failed(State how, int asked) {
        if (asked != generation) return;
        asked();
        state.set(how);
    }

    private void rebuild() {
        ProcessDetails shown = details.get();
        if (shown != null) build(shown.snapshot(), shown.start());
    }

    /** @param start null while the process is alive */
    private void build(ProcessSnapshot snapshot, ProcessStart start) {
        if (building) return;
        building = true;
        int asked = generation;
        ProcessDetails last = details.get();
        ProcessDetails.Open openNow = open;
        Thread.ofVirtual().name("monitor-values").start(() -> {
            ProcessDetails built = buildQuietly(snapshot, start, openNow, last);
            Platform.runLater(() -> built(built, asked));
        });
    }

    /** @return null if a value could not be read */
    private static ProcessDetails buildQuietly(ProcessSnapshot snapshot, ProcessStart start, ProcessDetails.Open open, ProcessDetails last) {
        try {
            return ProcessDetails.of(snapshot, start, open, last, System.nanoTime());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void built(ProcessDetails result, int asked) {
        if (asked != generation) return;
        building = false;
        if (result == null) {
            state.set(State.FAILED);
            return;
        }
        details.set(result);
        state.set(State.SHOWN);
        // the user opened something while this was being built
        if (!result.shows(open)) rebuild();
    }
}
