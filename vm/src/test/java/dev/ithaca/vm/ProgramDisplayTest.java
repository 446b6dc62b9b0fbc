package dev.ithaca.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ithaca.vm.inspect.InspectedValue;
import dev.ithaca.vm.inspect.PanelView;
import dev.ithaca.vm.inspect.ProgramDisplay;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What programs show in an interactive environment, and the keys typed there. */
@Timeout(60)
class ProgramDisplayTest {
    private final BlockingQueue<Object> shown = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private VirtualMachine start(String program) {
        Compilation compiled = Nostos.compiler().compile(ProgramSource.single(new SourceFile("panels.nos", program)));
        assertEquals(List.of(), compiled.diagnostics().stream().filter(d -> d.isError()).map(d -> d.message()).toList());
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return compiled.program().orElseThrow().start(VmOptions.standard().withWorkers(1)
                .withStreams(InputStream.nullInputStream(), out, out).withDisplay(new ProgramDisplay() {
                    @Override public void inspected(InspectedValue value) { shown.add(value); }

                    @Override public void panelChanged(PanelView panel) { shown.add(panel); }

                    @Override public void hotkeyRegistered(String key) { shown.add(key); }
                }));
    }

    private String resultOf(String program) {
        try (VirtualMachine machine = start(program)) {
            Outcome outcome = machine.outcome().orTimeout(60, TimeUnit.SECONDS).join();
            assertEquals(null, outcome.report());
            return outcome.result();
        }
    }

    @Test void inspectedValuesArriveAsTheyWere() {
        String result = resultOf("""
                main() = { counts = newInt64Array(2)
                    inspect(counts, "counts")
                    counts[0] = 7
                    inspect([("a", 1)], "pairs")
                    Runtime.isInteractive() }
                """);
        assertEquals("true", result);
        var counts = (InspectedValue) shown.remove();
        assertEquals("counts", counts.label());
        assertEquals(1, counts.pid());
        assertEquals("0", counts.value().children(0, 1).getFirst().value().text(), "a copy");
        assertEquals("[(\"a\", 1)]", ((InspectedValue) shown.remove()).value().text());
        assertEquals("", printed.toString(StandardCharsets.UTF_8), "nothing is printed besides");
    }

    @Test void panelsAreShownFilledAndHidden() {
        resultOf("""
                main() = { p = Panel.create("Log")
                    Panel.setContent(p, "one")
                    Panel.show(p)
                    Panel.hide(p) }
                """);
        assertEquals(List.of(new PanelView(1, "Log", "", false, false), new PanelView(1, "Log", "one", false, false),
                new PanelView(1, "Log", "one", true, false), new PanelView(1, "Log", "one", false, false)), List.copyOf(shown));
    }

    @Test void mistakesAreErrorsOfTheProgram() {
        assertEquals("((\"Panic\", \"Unknown panel: 5\"), (\"UnknownFunction\", \"unknown function 'nobody'\"), (\"UnknownFunction\", \"unknown function 'number'\"))", resultOf("""
                number(n: Int) = n
                caught(f) = try { f()
                    ("", "") } catch { e -> e }
                main() = (caught(() => Panel.show(5)), caught(() => Panel.onKey(Panel.create("x"), "nobody")),
                    caught(() => Panel.onKey(Panel.create("x"), "number")))
                """));
    }

    @Test void keysCallFunctionsOfTheProgram() throws InterruptedException {
        try (VirtualMachine machine = start("""
                mvar typed: String = ""
                key(k) = { typed = typed ++ k
                    Panel.setContent(1, typed) }
                ring() = lookup("main") <- "ring"
                main() = { register("main", self())
                    p = Panel.create("Keys")
                    Panel.onKey(p, "key")
                    Panel.registerHotkey("r", "ring")
                    receive { "ring" -> typed } }
                """)) {
            shown.take();
            assertTrue(((PanelView) shown.take()).takesKeys());
            assertEquals("r", shown.take());
            machine.panelKeys().press(1, "up");
            assertEquals("up", ((PanelView) shown.take()).content());
            machine.panelKeys().press(1, "x");
            assertEquals("upx", ((PanelView) shown.take()).content());
            machine.panelKeys().press(9, "nobody listens");
            machine.panelKeys().pressHotkey("r");
            assertEquals("upx", machine.outcome().orTimeout(60, TimeUnit.SECONDS).join().result().replace("\"", ""));
            machine.panelKeys().press(1, "after the end");
        }
    }
}
