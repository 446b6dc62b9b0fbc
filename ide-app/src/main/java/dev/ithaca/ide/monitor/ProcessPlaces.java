package dev.ithaca.ide.monitor;

import dev.ithaca.ide.editor.LineMarks;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.Conflated;
import dev.ithaca.monitor.ProcessMonitor;
import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Finds out at which lines the processes of the running program stand, and what the selected one holds there. It looks
 * whenever the monitor has looked, at the same picture; while the monitor is folded away it looks by itself.
 */
public final class ProcessPlaces {
    private static final long PERIOD_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 500;
    private static final int MAX_FRAMES = 16;

    private final Conflated<Request, Answer> reader;
    private final Consumer<Places> publish;
    private final ProcessMonitor monitor;
    private volatile Session session;
    private volatile long selected;
    private volatile boolean alone;
    /** Shown by the monitor in the place of the machine, or null. */
    private volatile Inspector recorded;

    /** @param population null to be asked for */
    private record Request(Session session, Inspector inspector, Population population, long selected, List<Alerts.Alert> alerts) {}

    private record Answer(Session session, Places places) {}

    /** By source name and line: counts, and what is amiss with the processes that are started there; and the selected process. */
    public record Places(Map<String, Map<Integer, Integer>> counts, SelectedProcess selected, Map<String, Map<Integer, String>> warnings) {
        public static final Places NONE = new Places(Map.of(), SelectedProcess.NONE, Map.of());

        public LineMarks in(String sourceName) {
            return new LineMarks(counts.getOrDefault(sourceName, Map.of()), selected.line(sourceName), selected.hints(sourceName),
                    warnings.getOrDefault(sourceName, Map.of()));
        }
    }

    /** @param publish called on the JavaFX thread */
    public ProcessPlaces(Background background, ProcessMonitor monitor, Consumer<Places> publish) {
        this.publish = publish;
        this.monitor = monitor;
        reader = new Conflated<>(background.io(), ProcessPlaces::look, this::publish);
        monitor.sampleProperty().addListener((property, old, now) -> submit(now.population()));
        monitor.selectedPidProperty().addListener((property, old, now) -> {
            selected = now == null ? 0 : now;
            submit(monitor.sampleProperty().get().population());
        });
        monitor.recordingProperty().addListener((property, old, now) -> recorded = now);
        monitor.activeProperty().addListener((property, old, now) -> alone = !now);
        background.every(PERIOD_MILLIS, () -> {
            if (alone) submit(null);
        });
    }

    public void watch(Session newSession) {
        session = newSession;
        publish.accept(Places.NONE);
    }

    private void submit(Population population) {
        Session current = session;
        // while nobody looks at all processes again and again, nothing is known of how their number goes
        List<Alerts.Alert> alerts = population == null ? List.of() : monitor.alertsProperty().get();
        Inspector shown = recorded;
        if (current != null) reader.submit(new Request(current, shown != null ? shown : current.machine().inspector(), population, selected, alerts));
    }

    private void publish(Answer answer) {
        if (session == answer.session()) publish.accept(answer.places());
    }

    private static Answer look(Request request) {
        Inspector inspector = request.inspector();
        Population population = request.population() == null ? inspector.population() : request.population();
        SelectedProcess selected = request.selected() == 0 ? SelectedProcess.NONE : snapshot(inspector, request.selected());
        return new Answer(request.session(), new Places(count(population), selected, warnings(request.alerts())));
    }

    /** A process that does not come to a safepoint soon is shown without its variables. */
    private static SelectedProcess snapshot(Inspector inspector, long pid) {
        try {
            return inspector.snapshot(pid, MAX_FRAMES, 0).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).map(SelectedProcess::of)
                    .orElse(SelectedProcess.NONE);
        } catch (TimeoutException | ExecutionException unanswered) {
            return SelectedProcess.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return SelectedProcess.NONE;
        }
    }

    private static Map<String, Map<Integer, String>> warnings(List<Alerts.Alert> alerts) {
        Map<String, Map<Integer, String>> warnings = new HashMap<>();
        for (Alerts.Alert alert : alerts) {
            Place place = alert.place();
            if (place == null || place.file() == null || place.line() == 0) continue;
            warnings.computeIfAbsent(place.file(), file -> new HashMap<>()).put(place.line(), alert.remark());
        }
        return warnings;
    }

    /** Many processes stand at few places, so that counting by place first is cheap for any number of them. */
    private static Map<String, Map<Integer, Integer>> count(Population population) {
        List<Place> places = population.places();
        int[] byPlace = new int[places.size()];
        for (int row = 0; row < population.alive(); row++) byPlace[population.placeIndex(row)]++;
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (int i = 0; i < byPlace.length; i++) {
            Place place = places.get(i);
            if (byPlace[i] == 0 || place.file() == null || place.line() == 0) continue;
            counts.computeIfAbsent(place.file(), file -> new HashMap<>()).merge(place.line(), byPlace[i], Integer::sum);
        }
        return counts;
    }
}
