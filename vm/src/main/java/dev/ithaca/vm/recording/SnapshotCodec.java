package dev.ithaca.vm.recording;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.SupervisorView;
import dev.ithaca.vm.inspect.TracedMessage;
import dev.ithaca.vm.inspect.ValueView;
import dev.ithaca.vm.inspect.VariableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single processes with their frames, values and messages. */
final class SnapshotCodec {
    /** Values kept of one process, in all its frames and messages. */
    private static final int MOST_VALUES = 3_000;
    /** Relatives of each sort: a parent may have a hundred thousand children. */
    private static final int MOST_PIDS = 1_000;
    private static final ProcessStatus[] STATUSES = ProcessStatus.values();
    private static final ArmMatch.Kind[] MATCHES = ArmMatch.Kind.values();

    private SnapshotCodec() {}

    static void write(FieldWriter out, ProcessSnapshot snapshot) {
        var room = new RecordedValue.Room(MOST_VALUES);
        write(out, snapshot.info());
        out.number(snapshot.frameCount());
        out.count(snapshot.frames().size());
        for (FrameView frame : snapshot.frames()) {
            out.text(frame.function());
            out.text(frame.file());
            out.number(frame.line());
            out.number(frame.column());
            out.count(frame.variables().size());
            for (VariableView variable : frame.variables()) {
                out.text(variable.name());
                out.text(variable.type());
                RecordedValue.of(variable.value(), room).write(out);
            }
            out.number(frame.seenAt());
        }
        out.count(snapshot.mailbox().size());
        for (MessageView message : snapshot.mailbox()) write(out, message, room);
        for (List<Long> pids : List.of(snapshot.children(), snapshot.links(), snapshot.monitors(), snapshot.monitoredBy())) {
            out.numbers(pids.subList(0, Math.min(MOST_PIDS, pids.size())));
        }
        out.count(snapshot.waitsFor().size());
        snapshot.waitsFor().forEach(out::text);
        out.number(snapshot.lockHolder());
        out.flag(snapshot.trace().isPresent());
        snapshot.trace().ifPresent(trace -> writeTrace(out, trace, room));
        out.flag(snapshot.supervisor().isPresent());
        snapshot.supervisor().ifPresent(supervisor -> write(out, supervisor));
        writeTrace(out, snapshot.recent(), room);
    }

    static ProcessSnapshot read(FieldReader in) throws DamagedException {
        ProcessInfo info = readInfo(in);
        long frameCount = in.number();
        List<FrameView> frames = list(in, SnapshotCodec::readFrame);
        List<MessageView> mailbox = list(in, SnapshotCodec::readMessage);
        List<Long> children = in.numbers();
        List<Long> links = in.numbers();
        List<Long> monitors = in.numbers();
        List<Long> monitoredBy = in.numbers();
        List<String> waitsFor = list(in, FieldReader::word);
        long lockHolder = in.number();
        Optional<List<TracedMessage>> trace = in.flag() ? Optional.of(list(in, SnapshotCodec::readTraced)) : Optional.empty();
        Optional<SupervisorView> supervisor = in.flag() ? Optional.of(readSupervisor(in)) : Optional.empty();
        List<TracedMessage> recent = list(in, SnapshotCodec::readTraced);
        return new ProcessSnapshot(info, frames, frameCount, mailbox, children, links, monitors, monitoredBy, waitsFor, lockHolder, trace, supervisor, recent);
    }

    private interface Element<E> {
        E read(FieldReader in) throws DamagedException;
    }

    private static <E> List<E> list(FieldReader in, Element<E> element) throws DamagedException {
        int count = in.things();
        List<E> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) elements.add(element.read(in));
        return elements;
    }

    private static void write(FieldWriter out, ProcessInfo info) {
        out.number(info.pid());
        out.text(info.name());
        out.count(info.status().ordinal());
        out.number(info.mailboxLength());
        out.number(info.reductions());
        out.number(info.heapBytes());
        out.number(info.parent());
        out.number(info.childCount());
        out.text(info.function());
        out.text(info.initialFunction());
        out.text(info.file());
        out.number(info.line());
        out.number(info.worker());
        out.number(info.uptimeMillis());
        out.text(info.exitReason());
    }

    private static ProcessInfo readInfo(FieldReader in) throws DamagedException {
        return new ProcessInfo(in.number(), in.text(), in.choice(STATUSES), (int) in.number(), in.number(), in.number(), in.number(), (int) in.number(),
                in.text(), in.text(), in.text(), (int) in.number(), (int) in.number(), in.number(), in.text());
    }

    private static FrameView readFrame(FieldReader in) throws DamagedException {
        return new FrameView(in.text(), in.text(), (int) in.number(), (int) in.number(),
                list(in, next -> new VariableView(next.word(), next.word(), RecordedValue.read(next))), (int) in.number());
    }

    private static void write(FieldWriter out, MessageView message, RecordedValue.Room room) {
        out.number(message.sender());
        out.number(message.ageMillis());
        RecordedValue.of(message.value(), room).write(out);
        out.count(message.match().kind().ordinal());
        out.text(message.match().pattern());
        out.number(message.match().line());
        writeOptional(out, message.from());
    }

    private static MessageView readMessage(FieldReader in) throws DamagedException {
        return new MessageView(in.number(), in.number(), RecordedValue.read(in),
                new ArmMatch(in.choice(MATCHES), in.word(), (int) in.number()), readOptionalPlace(in));
    }

    private static void writeTrace(FieldWriter out, List<TracedMessage> trace, RecordedValue.Room room) {
        out.count(trace.size());
        for (TracedMessage message : trace) {
            out.flag(message.incoming());
            out.number(message.other());
            out.number(message.ageMillis());
            ValueView value = message.value();
            RecordedValue.of(value, room).write(out);
            writeOptional(out, message.from());
            out.flag(message.queued());
        }
    }

    private static TracedMessage readTraced(FieldReader in) throws DamagedException {
        return new TracedMessage(in.flag(), in.number(), in.number(), RecordedValue.read(in), readOptionalPlace(in), in.flag());
    }

    private static void write(FieldWriter out, SupervisorView supervisor) {
        out.text(supervisor.strategy());
        out.number(supervisor.mostRestarts());
        out.number(supervisor.withinMillis());
        out.number(supervisor.recentRestarts());
        List<SupervisorView.Child> children = supervisor.children().subList(0, Math.min(MOST_PIDS, supervisor.children().size()));
        out.count(children.size());
        for (SupervisorView.Child child : children) {
            out.text(child.id());
            out.number(child.pid());
            out.text(child.restart());
        }
    }

    private static SupervisorView readSupervisor(FieldReader in) throws DamagedException {
        return new SupervisorView(in.word(), in.number(), in.number(), (int) in.number(),
                list(in, next -> new SupervisorView.Child(next.word(), next.number(), next.word())));
    }

    static void write(FieldWriter out, Place place) {
        out.text(place.function());
        out.text(place.file());
        out.number(place.line());
    }

    static Place readPlace(FieldReader in) throws DamagedException { return new Place(in.text(), in.text(), (int) in.number()); }

    private static void writeOptional(FieldWriter out, Place place) {
        out.flag(place != null);
        if (place != null) write(out, place);
    }

    private static Place readOptionalPlace(FieldReader in) throws DamagedException { return in.flag() ? readPlace(in) : null; }
}
