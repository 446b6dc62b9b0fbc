package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.FlowPicture;
import dev.ithaca.monitor.model.FlowText;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.MessageFlow;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The message picture of the chosen processes. It is drawn anew when somebody looks, and stands still while it is held. To be
 * used on the JavaFX thread.
 */
public final class FlowModel {
    /** Messages in the picture: as many as a machine keeps of one process. */
    private static final int MOST = 1_000;
    private static final int MOST_CHOSEN = 50;
    private static final int LANES = 5;

    private final ReadOnlyObjectWrapper<FlowPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture", FlowPicture.EMPTY);
    private final ReadOnlyObjectWrapper<Set<Long>> pids = new ReadOnlyObjectWrapper<>(this, "pids", Set.of());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty among = new SimpleBooleanProperty(this, "among");
    private final BooleanProperty held = new SimpleBooleanProperty(this, "held");
    private final IntegerProperty mostLanes = new SimpleIntegerProperty(this, "mostLanes", LANES);
    private Inspector inspector;
    private MessageFlow last = MessageFlow.NONE;
    private boolean asking;
    private boolean again;
    /** Counts what was looked at, so that an answer for something earlier is dropped. */
    private int generation;

    FlowModel() {
        filter.addListener((o, before, now) -> redraw());
        among.addListener((o, before, now) -> redraw());
        mostLanes.addListener((o, before, now) -> redraw());
        held.addListener((o, before, now) -> {
            if (!now) look();
        });
    }

    public ReadOnlyObjectProperty<FlowPicture> pictureProperty() { return picture.getReadOnlyProperty(); }

    /** The processes it is about; the picture may still be that of others. */
    public ReadOnlyObjectProperty<Set<Long>> pidsProperty() { return pids.getReadOnlyProperty(); }

    /** Text that messages must contain to be drawn. */
    public StringProperty filterProperty() { return filter; }

    /** Only what happens among the processes it is about. */
    public BooleanProperty amongProperty() { return among; }

    /** The picture stands still. */
    public BooleanProperty heldProperty() { return held; }

    /** Life lines that there is room for. */
    public IntegerProperty mostLanesProperty() { return mostLanes; }

    /** @param primary the process looked into, or null; @param chosen what actions go to */
    void show(Inspector machine, Long primary, Set<Long> chosen) {
        Set<Long> next = primary == null ? Set.of() : !chosen.contains(primary) ? Set.of(primary)
                : chosen.size() <= MOST_CHOSEN ? chosen : chosen.stream().sorted().limit(MOST_CHOSEN).collect(Collectors.toUnmodifiableSet());
        if (machine == inspector && next.equals(pids.get())) return;
        inspector = machine;
        generation++;
        asking = false;
        again = false;
        last = MessageFlow.NONE;
        held.set(false);
        picture.set(FlowPicture.EMPTY);
        pids.set(next);
    }

    /** Looks anew, unless an answer is still due or the picture is held. */
    public void look() {
        if (!held.get() && !asking) draw(null);
    }

    /** The same messages in another way. */
    private void redraw() {
        if (asking) again = true;
        else draw(held.get() ? last : null);
    }

    private FlowPicture.Request request() {
        return new FlowPicture.Request(pids.get(), filter.get(), among.get() && pids.get().size() > 1, mostLanes.get());
    }

    private void draw(MessageFlow known) {
        if (inspector == null || pids.get().isEmpty()) return;
        asking = true;
        int asked = generation;
        Inspector source = inspector;
        FlowPicture before = picture.get();
        FlowPicture.Request request = request();
        Thread.ofVirtual().name("monitor-flow").start(() -> {
            MessageFlow flow = known == null ? source.flow(request.pids(), MOST) : known;
            FlowPicture next = pictureQuietly(flow, request, before);
            boolean same = next == null || next.equals(before);
            Platform.runLater(() -> drawn(flow, same ? before : next, asked));
        });
    }

    /** @return null if a value could not be read: the next look may do better */
    private static FlowPicture pictureQuietly(MessageFlow flow, FlowPicture.Request request, FlowPicture before) {
        try {
            return FlowPicture.of(flow, request, before);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void drawn(MessageFlow flow, FlowPicture next, int asked) {
        if (asked != generation) return;
        asking = false;
        // held meanwhile: what the user has seen stays
        if (!held.get() || last == flow) {
            last = flow;
            picture.set(next);
        }
        if (!again) return;
        again = false;
        redraw();
    }

    /** Writes the picture as lines of text. @param done gets the text, on the JavaFX thread */
    public void writeLines(Consumer<String> done) { write(FlowText::lines, done); }

    /** Writes it as a diagram for Mermaid. @param done gets the text, on the JavaFX thread */
    public void writeMermaid(Consumer<String> done) { write(FlowText::mermaid, done); }

    private void write(Function<FlowPicture, String> format, Consumer<String> done) {
        if (inspector == null || pids.get().isEmpty()) return;
        FlowPicture shown = picture.get();
        Inspector source = inspector;
        FlowPicture.Request request = request();
        boolean drawn = held.get() && !shown.rows().isEmpty();
        Thread.ofVirtual().name("monitor-text").start(() -> {
            String text;
            try {
                FlowPicture written = drawn ? shown : FlowPicture.of(source.flow(request.pids(), MOST), request, shown);
                text = written.rows().isEmpty() ? "" : format.apply(written);
            } catch (RuntimeException e) {
                text = "";
            }
            String result = text;
            Platform.runLater(() -> done.accept(result));
        });
    }
}
