package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.VariableView;

/**
 * What a watched variable is now.
 *
 * @param text its value, or why there is none
 * @param known false if the process or the variable is not there at the moment
 * @param changed another value than at the look before
 * @param trail how it went, if it is a number
 */
public record WatchValue(Watch watch, String type, String text, boolean known, boolean changed, Trail trail) {
    /** Not looked at yet. */
    public static WatchValue pending(Watch watch) { return new WatchValue(watch, "", "…", false, false, Trail.NONE); }

    /** @param snapshot of its process, or null if that is forgotten */
    public WatchValue next(ProcessSnapshot snapshot) {
        if (snapshot == null) return new WatchValue(watch, "", "process no longer known", false, false, trail);
        for (FrameView frame : snapshot.frames()) {
            if (!frame.function().equals(watch.function())) continue;
            for (VariableView variable : frame.variables()) {
                if (!variable.name().equals(watch.variable())) continue;
                String now = variable.value().text();
                return new WatchValue(watch, variable.type(), now, true, known && !now.equals(text), trail.next(now));
            }
        }
        return new WatchValue(watch, type, "not in scope", false, false, trail);
    }
}
