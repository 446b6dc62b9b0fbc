package dev.ithaca.vm.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.FrameView;
import dev.ithaca.vm.inspect.MessageView;
import dev.ithaca.vm.inspect.Place;
import dev.ithaca.vm.inspect.Population;
import dev.ithaca.vm.inspect.ProcessEvent;
import dev.ithaca.vm.inspect.ProcessInfo;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.SupervisorView;
import dev.ithaca.vm.inspect.TracedMessage;
import dev.ithaca.vm.inspect.ValueView;
import dev.ithaca.vm.inspect.VariableView;
import dev.ithaca.vm.inspect.VmStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is what is read, whatever it is; and what is damaged is told, never thrown. */
class RecordingTest {
    private static final VmStatistics FIGURES = new VmStatistics(3, 20, 17, 1_234_567_890_123L, 99, 2, 4, 5L << 30, 9L << 30, 12_345, 67, 4_321, 98_765);

    @TempDir Path folder;

    private static Moment moment(long millis) {
        return new Moment(millis, FIGURES, null, List.of(new ProcessEvent(ProcessEvent.Kind.CRASHED, 7, 1, 12, "panic: é")), 3);
    }

    /** A list that has any number of parts, each a list again. */
    private record Endless(int size) implements ValueView {
        @Override public String type() { return "List"; }

        @Override public String text() { return "[…]"; }

        @Override public int childCount() { return size; }

        @Override public List<Child> children(int from, int to) {
            List<Child> children = new ArrayList<>();
            for (int i = from; i < Math.min(to, size); i++) children.add(new Child("" + i, this));
            return children;
        }
    }

    private static ProcessSnapshot snapshot(long pid) {
        var info = new ProcessInfo(pid, "näme", ProcessStatus.WAITING, 300, 77, 88, 1, 2, "loop", "main", "main.nos", 14, 3, 99, null);
        ValueView value = RecordedValue.remark("Deposit(20)");
        var frames = List.of(new FrameView("loop", "main.nos", 14, 3, List.of(new VariableView("balance", "Int", value)), 12),
                new FrameView("stdlib.list.map", null, 0, 0, List.of()));
        var mailbox = List.of(new MessageView(3, 1_500, value, new ArmMatch(ArmMatch.Kind.CERTAIN, "Deposit(n)", 15), new Place("teller", "main.nos", 2)),
                new MessageView(0, 2, value));
        return new ProcessSnapshot(info, frames, 1_000, mailbox, List.of(9L, 10L), List.of(4L), List.of(5L), List.of(6L), List.of("Deposit(n)", "x"), 12,
                Optional.of(List.of(new TracedMessage(true, 3, 12, value, null, true), new TracedMessage(false, 4, 13, value, new Place("f", null, 0), false))),
                Optional.of(new SupervisorView("OneForOne", 3, 5_000, 1, List.of(new SupervisorView.Child("a", 9, "Always")))),
                List.of(new TracedMessage(true, 8, 40, value, null, false)));
    }

    private Path write(List<Population> populations, List<ProcessSnapshot> snapshotsOfLast) throws IOException {
        Path file = folder.resolve("run" + StateSaver.ENDING);
        try (var out = new RecordingWriter(file, "bank.nos")) {
            for (int i = 0; i < populations.size(); i++) out.add(moment(1_000L * i), populations.get(i));
            out.add(snapshotsOfLast);
            out.finish();
            assertThat(out.bytes()).isEqualTo(Files.size(file));
        }
        return file;
    }

    private static List<Population> populations(long seed, int moments) {
        var chance = new Populations(seed);
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < moments; i++) populations.add(chance.next(i % 7 == 3 ? 0 : 1 + (int) (seed * 13 % 40)));
        return populations;
    }

    @Test void populationsComeBackAsTheyWereInAnyOrder() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            List<Population> written = populations(seed, 50);
            Recording read = Recording.open(write(written, List.of()));
            assertThat(read.size()).isEqualTo(50);
            assertThat(read.remark()).isEmpty();
            for (int i = 0; i < 50; i++) Populations.assertSame(read.population(i), written.get(i));
            Recording again = Recording.open(read.file());
            var random = new Random(seed);
            for (int i = 0; i < 20; i++) {
                int index = random.nextInt(50);
                Populations.assertSame(again.population(index), written.get(index));
            }
        }
    }

    @Test void momentsAndSnapshotsComeBackAsTheyWere() throws IOException {
        Recording read = Recording.open(write(populations(3, 4), List.of(snapshot(5), snapshot(8))));
        assertThat(read.program()).isEqualTo("bank.nos");
        assertThat(read.moment(2)).isEqualTo(moment(2_000));
        assertThat(read.lookedInto()).isEqualTo(2);
        assertThat(read.snapshot(3, 8)).contains(new Recording.Taken(3, snapshot(8)));
        assertThat(read.snapshot(2, 8)).as("before it was taken").isEmpty();
        assertThat(read.snapshot(3, 6)).isEmpty();
    }

    @Test void valuesAreKeptToABoundedDepthAndWidthAndSayWhatIsMissing() throws IOException {
        RecordedValue kept = RecordedValue.of(new Endless(1_000_000), new RecordedValue.Room(2_000));
        var out = new FieldWriter();
        kept.write(out);
        assertThat(out.size()).isLessThan(50_000);
        assertThat(kept.childCount()).isEqualTo(51);
        assertThat(kept.children(50, 60)).extracting(child -> child.value().text()).containsExactly("999950 more were not kept");
        ValueView value = kept;
        while (value.childCount() > 1) value = value.children(0, 1).getFirst().value();
        assertThat(value.children(0, 10)).extracting(child -> child.value().text()).containsExactly("1000000 parts were not kept");
    }

    @Test void anInspectorShowsWhatWas() throws IOException {
        List<Population> written = populations(5, 6);
        Population last = written.getLast();
        long pid = last.pid(0);
        var inspector = new RecordedInspector(Recording.open(write(written, List.of(snapshot(pid)))));
        Populations.assertSame(inspector.population(), last);
        assertThat(inspector.info(pid)).isPresent();
        assertThat(inspector.statistics()).isEqualTo(FIGURES);
        assertThat(inspector.snapshot(pid, 1, 1).join()).hasValueSatisfying(s -> {
            assertThat(s.frames()).hasSize(1);
            assertThat(s.frameCount()).isEqualTo(1_000);
            assertThat(s.mailbox()).hasSize(1);
        });
        assertThat(inspector.snapshot(last.pid(1), 10, 10).join()).hasValueSatisfying(s -> assertThat(s.frames().getFirst().variables().getFirst().value().text())
                .isEqualTo("the recording has its figures only at this moment"));
        assertThat(inspector.snapshot(999_999, 1, 1).join()).isEmpty();
        inspector.show(0);
        Populations.assertSame(inspector.population(), written.getFirst());
        assertThat(inspector.isLive()).isFalse();
        assertThat(inspector.kill(pid)).isFalse();
        assertThat(inspector.send(pid, "1").join().problem()).startsWith("This is a recording");
    }

    @Test void foreignNewerAndMissingFilesAreRefusedInASentence() throws IOException {
        Path file = folder.resolve("x.nosdump");
        assertThatThrownBy(() -> Recording.open(file)).isInstanceOf(UnreadableRecordingException.class).hasMessage("There is no file " + file);
        Files.writeString(file, "main() = 1\n");
        assertThatThrownBy(() -> Recording.open(file)).isInstanceOf(UnreadableRecordingException.class)
                .hasMessage("This is no recording of a machine: it does not begin like one");
        byte[] newer = Files.readAllBytes(write(populations(1, 1), List.of()));
        newer[Part.MAGIC.length + 3] = 9;
        assertThatThrownBy(() -> Recording.of(file, newer)).hasMessage("A newer Ithaca wrote this recording, in format 9; this one reads format 1 and older");
        assertThatThrownBy(() -> Recording.open(folder)).isInstanceOf(UnreadableRecordingException.class).hasMessage(folder + " is a folder");
        byte[] empty = Arrays.copyOf(newer, Part.START_BYTES);
        empty[Part.MAGIC.length + 3] = 1;
        assertThatThrownBy(() -> Recording.of(file, empty)).hasMessage("The recording holds no moment that can be shown: it was not finished");
    }

    @Test void aFileThatEndsEarlyShowsTheMomentsBefore() throws IOException {
        List<Population> written = populations(2, 30);
        byte[] whole = Files.readAllBytes(write(written, List.of(snapshot(5))));
        int most = 0;
        // down from the last byte: only the end of the file is missing then, no moment
        for (int length = whole.length - 1; length >= Part.START_BYTES; length -= whole.length / 120) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                Recording read = Recording.of(folder, cut);
                assertThat(read.remark()).as("cut at %d", length).isPresent();
                most = Math.max(most, read.size());
                Populations.assertSame(read.population(read.size() - 1), written.get(read.size() - 1));
            } catch (UnreadableRecordingException e) {
                assertThat(e.getMessage()).startsWith("The recording holds no moment that can be shown: it ");
            }
        }
        assertThat(most).isEqualTo(30);
    }

    @Test void damagedBytesAreToldAndNothingWrongIsShown() throws IOException {
        List<Population> written = populations(4, 25);
        byte[] whole = Files.readAllBytes(write(written, List.of(snapshot(5), snapshot(6))));
        var random = new Random(11);
        for (int i = 0; i < 600; i++) {
            byte[] damaged = whole.clone();
            int at = Part.START_BYTES + random.nextInt(whole.length - Part.START_BYTES);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            try {
                Recording read = Recording.of(folder, damaged);
                assertThat(read.remark()).as("damaged at %d", at).hasValueSatisfying(text -> assertThat(text).contains("byte"));
                for (int moment = 0; moment < read.size(); moment++) Populations.assertSame(read.population(moment), written.get(moment));
            } catch (UnreadableRecordingException e) {
                assertThat(e.getMessage()).contains("byte");
            }
        }
    }

    /** Damage with a checksum that fits: what is read may be wrong then, but a message is all that ever comes of it. */
    @Test void contentThatMakesNoSenseIsToldToo() throws IOException {
        List<Population> written = populations(6, 8);
        var random = new Random(17);
        int told = 0;
        for (int i = 0; i < 3_000; i++) {
            var content = new FieldWriter();
            boolean population = random.nextBoolean();
            if (population) PopulationCodec.write(content, written.get(1), written.get(0));
            else SnapshotCodec.write(content, snapshot(5));
            byte[] bytes = Arrays.copyOf(content.array(), content.size());
            for (int hits = random.nextInt(4); hits >= 0; hits--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                if (population) PopulationCodec.read(new FieldReader(bytes), written.get(0));
                else SnapshotCodec.read(new FieldReader(bytes));
            } catch (DamagedException e) {
                assertThat(e.getMessage()).isNotBlank();
                told++;
            }
        }
        assertThat(told).isGreaterThan(500);
    }
}
