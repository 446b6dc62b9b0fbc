package dev.ithaca.monitor.viewmodel;

import dev.ithaca.monitor.model.Alerts;
import dev.ithaca.monitor.model.History;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.model.Trend;
import dev.ithaca.vm.inspect.VmStatistics;
import dev.ithaca.vm.recording.RecordedInspector;
import dev.ithaca.vm.recording.Recording;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a monitor of the machine would have shown at a moment of its recording, from whichever moment one comes.
 *
 * @param sample with rates, trends and marks as they were then
 * @param statistics those of the moment, after as many before it as a chart shows
 */
record RecordedSamples(ProcessSample sample, List<Alerts.Alert> alerts, List<VmStatistics> statistics) {
    /** Rows gone through for one sample: with many processes the trends are shorter. */
    private static final int MOST_ROWS = 400_000;

    static RecordedSamples at(RecordedInspector recorded) {
        Recording recording = recorded.recording();
        int moment = recorded.shown();
        int rows = Math.max(1, recording.population(moment).size());
        var watchdog = new Alerts();
        ProcessSample sample = null;
        List<Alerts.Alert> alerts = List.of();
        for (int i = Math.max(0, moment - Math.clamp(MOST_ROWS / rows, 1, Trend.LENGTH)); i <= moment; i++) {
            sample = ProcessSample.take(recording.population(i), sample);
            alerts = watchdog.look(sample);
        }
        return new RecordedSamples(sample, alerts, IntStream.rangeClosed(Math.max(0, moment - History.LENGTH), moment)
                .mapToObj(i -> recording.moment(i).statistics()).toList());
    }
}
