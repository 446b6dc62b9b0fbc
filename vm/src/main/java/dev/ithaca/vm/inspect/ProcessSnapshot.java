package dev.ithaca.vm.inspect;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one process at one safepoint.
 *
 * @param frames innermost first; at most the requested number, {@code frameCount} tells the true depth
 * @param mailbox oldest first; at most the requested number, {@code info().mailboxLength()} tells the true length
 * @param monitors pids it observes
 * @param monitoredBy pids that are told of its end
 * @param waitsFor clauses of the receive it stands in, as written; empty if it stands in none
 * @param lockHolder pid of the process that has locked the module variable for which it waits; 0 if it waits for none
 * @param trace the last messages, oldest first, if they were noted ({@link Inspector#trace}); else empty
 * @param recent the messages it took last, oldest first, as far as they were kept ({@link Inspector#keepHistory})
 * @param supervisor what it watches over, if it is a supervisor
 */
public record ProcessSnapshot(ProcessInfo info, List<FrameView> frames, long frameCount, List<MessageView> mailbox,
                              List<Long> children, List<Long> links, List<Long> monitors, List<Long> monitoredBy, List<String> waitsFor,
                              long lockHolder, Optional<List<TracedMessage>> trace, Optional<SupervisorView> supervisor,
                              List<TracedMessage> recent) {
    public ProcessSnapshot {
        frames = List.copyOf(frames);
        mailbox = List.copyOf(mailbox);
        children = List.copyOf(children);
        links = List.copyOf(links);
        monitors = List.copyOf(monitors);
        monitoredBy = List.copyOf(monitoredBy);
        waitsFor = List.copyOf(waitsFor);
        trace = trace.map(List::copyOf);
        recent = List.copyOf(recent);
    }

    /** Of a process that stands in no receive. */
    public ProcessSnapshot(ProcessInfo info, List<FrameView> frames, long frameCount, List<MessageView> mailbox,
                           List<Long> children, List<Long> links, List<Long> monitors) {
        this(info, frames, frameCount, mailbox, children, links, monitors, List.of(), List.of(), 0, Optional.empty(), Optional.empty(), List.of());
    }
}
