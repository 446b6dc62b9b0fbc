package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.TracedMessage;
import dev.ithaca.vm.inspect.ValueView;
import java.util.List;
import java.util.stream.Stream;

/** The messages that a process is known to have got, taken or not, in the order in which they came. */
final class KnownMessages {
    private KnownMessages() {}

    static List<ValueView> of(ProcessSnapshot snapshot) {
        return snapshot.trace().map(trace -> traced(trace, snapshot.mailbox())).orElseGet(() -> Stream.concat(
                snapshot.recent().stream().map(TracedMessage::value), snapshot.mailbox().stream().map(MessageView::value)).toList());
    }

    private static List<ValueView> traced(List<TracedMessage> trace, List<MessageView> mailbox) {
        List<TracedMessage> incoming = trace.stream().filter(TracedMessage::incoming).toList();
        long inBoth = incoming.stream().filter(TracedMessage::queued).count();
        // those that came before the traced ones are known only while they are queued
        long earlier = Math.max(0, mailbox.size() - inBoth);
        return Stream.concat(mailbox.stream().limit(earlier).map(MessageView::value), incoming.stream().map(TracedMessage::value)).toList();
    }
}
