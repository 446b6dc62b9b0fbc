package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.inspect.ProcessStatus;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The way back from a kill, as the user sees it. */
@ExtendWith(ApplicationExtension.class)
class UndoKillTest extends RealMachineFixture {
    /** Processes 2 and 3 are linked; 4 gets their exits as messages. */
    private static final String TIED = """
            counter(n: Int) -> Int = receive {
                ("add", k) -> counter(n + k)
                ("link", other) -> { link(other); counter(n) }
            }
            guard(seen: Int) -> Int = receive {
                ("link", other) -> { link(other); guard(seen) }
                Exit(_, _) -> guard(seen + 1)
            }
            main() = {
                a = spawn { counter(10) }
                b = spawn { counter(20) }
                g = spawn { Process.trapExit(true); guard(0) }
                a <- ("link", b)
                g <- ("link", b)
                receive { "stop" -> 0 after 1000000000 -> 0 }
            }
            """;

    @Start void start(Stage given) { show(given); }

    private void openTied() throws Exception {
        open(TIED);
        waitUntil(() -> sample().alive() == 4 && sample().linkCount(1) == 1 && sample().linkCount(2) == 2 && sample().linkCount(3) == 1);
    }

    private String offer() { return monitor.lookup("#undo-bar").isVisible() ? ((Labeled) monitor.lookup("#undo-bar .label")).getText() : ""; }

    @Test void aKillAndWhatItTookAlongIsTakenBackByAKey() throws Exception {
        openTied();
        assertThat(get(() -> enabled("undo"))).isFalse();
        run(() -> monitor.setSelectedPid(2L));
        waitUntil(() -> enabled("kill"));
        action("kill");
        waitUntil(() -> monitor.lookup("#confirm-kill").isVisible());
        assertThat(get(this::question)).contains("Links take <3> along");
        click("#confirm-kill");
        waitUntil(() -> sample().alive() == 2 && status(2) == ProcessStatus.DEAD && status(3) == ProcessStatus.DEAD);
        waitUntil(() -> offer().equals("<2> killed"));
        waitUntil(() -> monitor.lookup("#end-respawn") != null);
        assertThat(get(() -> monitor.lookup("#confirm-kill").isVisible())).isFalse();

        run(() -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false)));
        waitUntil(() -> sample().alive() == 4 && status(2) == ProcessStatus.WAITING && status(3) == ProcessStatus.WAITING);
        waitUntil(() -> question().startsWith("<2> and <3> go on from where they stood"));
        assertThat(get(this::offer)).isEmpty();
        assertThat(get(() -> enabled("undo"))).isFalse();
        waitUntil(() -> text("#details-title").startsWith("<2>") && text("#details-status").equals("waiting"));
        waitUntil(() -> texts("variables").contains("n"));
        // there is no end of it to be looked at any more
        waitUntil(() -> monitor.lookupAll(".tab-label").stream().noneMatch(tab -> tab instanceof Labeled label && label.getText().equals("End")));
        waitUntil(() -> sample().linkCount(sample().rowOf(2)) == 1);
    }

    @Test void whoHeardOfTheEndIsToldOf() throws Exception {
        openTied();
        run(() -> monitor.setSelectedPid(3L));
        waitUntil(() -> enabled("kill"));
        action("kill-now");
        waitUntil(() -> sample().alive() == 2 && offer().equals("<3> killed"));
        waitUntil(() -> sample().mailboxLength(sample().rowOf(4)) == 0 && status(4) == ProcessStatus.WAITING);
        click("#undo-kill");
        waitUntil(() -> question().equals("<2> and <3> go on from where they stood; <4> had heard of the end already"));
        waitUntil(() -> sample().alive() == 4);
    }

    @Test void theEndOfTheProgramIsNotOfferedToBeTakenBack() throws Exception {
        openTied();
        run(() -> monitor.setSelectedPid(1L));
        waitUntil(() -> enabled("kill"));
        action("kill-now");
        waitUntil(() -> sample().alive() == 0);
        waitUntil(() -> question().equals("<1> killed"));
        assertThat(get(this::offer)).isEmpty();
    }
}
