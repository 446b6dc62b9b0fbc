package dev.ithaca.vm.inspect;

import java.util.List;

/**
 * Everything about one process at one safepoint.
 *
 * @param frames innermost first; at most the requested number, {@code frameCount} tells the true depth
 * @param mailbox oldest first; at most the requested number, {@code info().mailboxLength()} tells the true length
 */
public record ProcessSnapshot(ProcessInfo info, List<FrameView> frames, long frameCount, List<MessageView> mailbox,
                              List<Long> children, List<Long> links, List<Long> monitors) {
    public ProcessSnapshot {
        frames = List.copyOf(frames);
        mailbox = List.copyOf(mailbox);
        children = List.copyOf(children);
        links = List.copyOf(links);
        monitors = List.copyOf(monitors);
    }
}
