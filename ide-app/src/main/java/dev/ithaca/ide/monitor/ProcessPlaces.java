package dev.ithaca.ide.monitor;

import dev.ithaca.ide.editor.LineMarks;
import dev.ithaca.ide.run.Session;
import dev.ithaca.ide.task.Background;
import dev.ithaca.ide.task.FxThread;
import dev.ithaca.vm.inspect.Inspector;
import dev.ithaca.vm.inspect.ProcessInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out, once a second, at which lines the processes of the running program stand. */
public final class ProcessPlaces {
    private static final long PERIOD_MILLIS = 1_000;
    /** With more processes than this, counting them by line costs more than the numbers tell. */
    private static final int MAX_COUNTED = 200_000;

    private final Consumer<Places> publish;
    private volatile Session session;
    private volatile long selected;

    /**
     * Marks by source name.
     *
     * @param selectedFile source name of the selected process's line, or null
     */
    public record Places(Map<String, Map<Integer, Integer>> counts, String selectedFile, int selectedLine) {
        static final Places NONE = new Places(Map.of(), null, 0);

        public LineMarks in(String sourceName) {
            return new LineMarks(counts.getOrDefault(sourceName, Map.of()), sourceName.equals(selectedFile) ? selectedLine : 0);
        }
    }

    /** @param publish called on the JavaFX thread */
    public ProcessPlaces(Background background, Consumer<Places> publish) {
        this.publish = publish;
        background.every(PERIOD_MILLIS, this::look);
    }

    public void watch(Session newSession) {
        session = newSession;
        if (newSession == null) publish.accept(Places.NONE);
    }

    /** @param pid 0 for none */
    public void select(Background background, long pid) {
        selected = pid;
        background.io().execute(this::look);
    }

    private void look() {
        Session current = session;
        if (current == null) return;
        Inspector inspector = current.machine().inspector();
        Map<String, Map<Integer, Integer>> counts = inspector.statistics().alive() > MAX_COUNTED ? Map.of() : count(inspector.processes());
        ProcessInfo chosen = selected == 0 ? null : inspector.info(selected).orElse(null);
        Places places = new Places(counts, chosen == null ? null : chosen.file(), chosen == null ? 0 : chosen.line());
        FxThread.run(() -> {
            if (session == current) publish.accept(places);
        });
    }

    private static Map<String, Map<Integer, Integer>> count(List<ProcessInfo> processes) {
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (ProcessInfo process : processes) {
            if (process.alive() && process.file() != null && process.line() > 0) {
                counts.computeIfAbsent(process.file(), file -> new HashMap<>()).merge(process.line(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
