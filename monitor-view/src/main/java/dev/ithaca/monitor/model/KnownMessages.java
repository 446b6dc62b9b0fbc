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
        List<TracedMessage> incoming = snapshot.trace().stream().flatMap(List::stream).filter(TracedMessage::incoming).toList();
        long inBoth = incoming.stream().filter(TracedMessage::queued).count();
        // those that came before the traced ones are known only while they are queued
        long earlier = Math.max(0, snapshot.mailbox().size() - inBoth);
        return Stream.concat(snapshot.mailbox().stream().limit(earlier).map(MessageView::value), incoming.stream().map(TracedMessage::value)).toList();
    }
}
