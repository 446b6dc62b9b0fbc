package dev.ithaca.ide.monitor;

import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Where the process selected in the monitor stands and what its variables hold, as texts.
 *
 * @param frames those with source, innermost first
 */
public record SelectedProcess(long pid, List<Frame> frames) {
    static final SelectedProcess NONE = new SelectedProcess(0, List.of());
    private static final int LONGEST_VALUE = 40;

    /** @param line 1-based */
    public record Frame(String file, int line, List<Value> values) {
        private static Frame of(FrameView view) {
            return new Frame(view.file(), view.line(), view.variables().stream()
                    .map(variable -> new Value(variable.name(), variable.type(), variable.value().text())).toList());
        }
    }

    /** A variable with its value in one line. */
    public record Value(String name, String type, String text) {
        private String brief() { return name + " = " + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text); }
    }

    public SelectedProcess { frames = List.copyOf(frames); }

    /** Where the snapshot has no frames (a process that has just been made), its last known place stands for them. */
    static SelectedProcess of(ProcessSnapshot snapshot) {
        ProcessInfo info = snapshot.info();
        List<Frame> frames = snapshot.frames().stream().filter(frame -> frame.file() != null && frame.line() > 0).map(Frame::of).toList();
        if (frames.isEmpty() && info.file() != null && info.line() > 0) frames = List.of(new Frame(info.file(), info.line(), List.of()));
        return new SelectedProcess(info.pid(), frames);
    }

    /** The line it stands at, 0 if that is in another file. */
    int line(String file) { return !frames.isEmpty() && frames.getFirst().file().equals(file) ? frames.getFirst().line() : 0; }

    /** Variables by line, {@code balance = 420 in <7>}; of frames at one line the innermost tells. */
    Map<Integer, String> hints(String file) {
        Map<Integer, String> hints = new HashMap<>();
        for (Frame frame : frames) {
            if (!frame.file().equals(file) || frame.values().isEmpty()) continue;
            hints.putIfAbsent(frame.line(), frame.values().stream().map(Value::brief).collect(Collectors.joining(", ")) + " in <" + pid + ">");
        }
        return hints;
    }

    /**
     * A variable of the innermost frame that stands in some lines of a file.
     *
     * @param lines whether a 1-based line belongs to the function asked about
     */
    public Optional<Value> value(String file, IntPredicate lines, String name) {
        return frames.stream().filter(frame -> frame.file().equals(file) && lines.test(frame.line()))
                .flatMap(frame -> frame.values().stream()).filter(value -> value.name().equals(name)).findFirst();
    }
}
