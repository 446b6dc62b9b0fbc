package dev.ithaca.monitor;

import static dev.ithaca.monitor.support.FxThread.get;
import static dev.ithaca.monitor.support.FxThread.run;
import static dev.ithaca.monitor.support.FxThread.waitUntil;

import dev.ithaca.monitor.model.Arrangement;
import dev.ithaca.monitor.model.Branch;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessSample;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the user does with the list as a whole, in steps, for a list as long as he likes. */
abstract class ListSteps extends RealMachineFixture {
    /** Processes in the list, at least. */
    static final int IDLE = 100_000;

    /** Something the user does; ends when its effect is to be seen. */
    interface Step {
        void run() throws Exception;
    }

    final List<String> places = new ArrayList<>();
    final Map<String, Step> steps = new LinkedHashMap<>();

    void addListing() {
        for (String column : List.of("heap", "rate", "mailbox", "oldest", "cpu")) steps.put("sort by " + column, () -> action("sort-" + column));
        for (String side : List.of("right", "left")) steps.put("sort by the column on the " + side, () -> action("sort-" + side));
        steps.put("refresh more and less often", () -> {
            run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
            action("refresh-faster");
            action("refresh-slower");
        });
        for (Arrangement arrangement : Arrangement.values()) {
            steps.put("arrange " + arrangement, () -> {
                // by way of the list, so that the groups seen are not those of the arrangement before
                run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
                waitUntil(() -> !table.listing().isTree());
                run(() -> monitor.arrangementProperty().set(arrangement));
                waitUntil(() -> table.listing().size() > 0 && table.listing().isTree() == (arrangement != Arrangement.LIST));
            });
            if (arrangement != Arrangement.LIST) steps.put("close all of " + arrangement, () -> {
                Listing before = get(table::listing);
                action("collapse-all");
                // in the tree what the first process has started, which is nearly all, stays in sight
                waitUntil(() -> table.listing() != before && (arrangement == Arrangement.TREE || table.listing().size() < IDLE));
            });
            steps.put("expand all of " + arrangement, () -> {
                action("expand-all");
                waitUntil(() -> table.listing().size() > IDLE);
            });
        }
        steps.put("tree and back", () -> {
            run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
            waitUntil(() -> !table.listing().isTree());
            action("tree");
            waitUntil(() -> table.listing().isTree() && table.listing().size() > IDLE);
        });
        steps.put("close and open the branch of main", () -> {
            setExpanded(1, false);
            setExpanded(1, true);
        });
        steps.put("sums of a closed branch", () -> {
            setExpanded(1, false);
            action("branch-sums");
            waitUntil(() -> table.listing().branch(table.listing().positionOf(1)) == null);
            action("branch-sums");
            waitUntil(() -> table.listing().branch(table.listing().positionOf(1)) instanceof Branch branch && branch.below() >= IDLE);
            setExpanded(1, true);
        });
        steps.put("group by start", () -> {
            action("group");
            waitUntil(() -> table.listing().size() > 0 && table.listing().group(0) != null);
        });
        steps.put("open and close a group", () -> {
            long crowd = largestGroup();
            setExpanded(crowd, true);
            setExpanded(crowd, false);
        });
        steps.put("list", () -> {
            run(() -> monitor.arrangementProperty().set(Arrangement.LIST));
            waitUntil(() -> !table.listing().isTree());
        });
        steps.put("filter", () -> filter("fn:idle 9", () -> table.listing().size() < 50_000));
        steps.put("filter by expression", () -> filter("!acc(ount)+", () -> table.listing().size() < 100));
        steps.put("choose states", () -> {
            action("states");
            MenuButton states = (MenuButton) monitor.lookup("#states-menu");
            waitUntil(states::isShowing);
            run(() -> states.getItems().stream().filter(item -> "state-waiting".equals(item.getId())).findFirst().orElseThrow().fire());
            run(states::hide);
            waitUntil(() -> table.listing().size() < 100);
            filter("", () -> table.listing().size() > IDLE);
        });
        steps.put("no filter", () -> filter("", () -> table.listing().size() > IDLE));
        steps.put("find", () -> {
            action("find");
            answer("fn:account");
            waitUntil(() -> monitor.getSelectedPid() != null && !monitor.lookup("#monitor-prompt").isVisible());
            action("find-next");
            action("find-previous");
        });
        steps.put("hide and show the dead", () -> {
            action("dead");
            action("dead");
        });
        steps.put("do not mark and mark the new and the dead", () -> {
            for (String marks : List.of("mark-new", "mark-dead", "mark-new", "mark-dead")) action(marks);
        });
        steps.put("show and hide the library", () -> {
            action("library");
            action("library");
        });
        steps.put("pause and go on", () -> {
            action("pause");
            action("pause");
        });
        steps.put("keep no history and keep it again", () -> {
            action("keep-history");
            waitUntil(() -> question().startsWith("nothing is kept") && !monitor.getInspector().keepsHistory());
            action("keep-history");
            waitUntil(() -> monitor.getInspector().keepsHistory());
        });
        steps.put("refresh", () -> {
            ProcessSample before = sample();
            action("refresh");
            waitUntil(() -> sample() != before);
        });
        steps.put("overview", () -> {
            action("overview");
            waitUntil(() -> monitor.lookupAll("#overview .chart-value").stream().noneMatch(figure -> ((Label) figure).getText().isEmpty()));
            action("overview");
        });
        steps.put("help", () -> {
            action("help");
            click("#close-keys");
        });
        steps.put("follow", () -> {
            action("follow");
            action("follow");
        });
    }

    /** A state saved, a recording made and looked through, and back to the machine. */
    void addRecordings() {
        steps.put("save the state", () -> {
            recording = Files.createTempFile("state", ".nosdump");
            action("save-state");
            waitUntil(() -> question().startsWith("saved the state of"));
        });
        steps.put("record", () -> {
            action("record");
            waitUntil(() -> text("#recording-text").matches("Recording: ([3-9]|\\d{2,}) moments.*"));
            action("record");
            waitUntil(() -> question().startsWith("The recording was stopped"));
        });
        steps.put("open a recording", () -> {
            action("open-recording");
            waitUntil(() -> monitor.lookup("#time-bar").isVisible() && table.listing().size() > IDLE);
        });
        steps.put("go through its moments", () -> {
            action("moment-back");
            action("moment-on");
            action("next-crash");
            action("crash-before");
            action("play");
            waitUntil(() -> text("#moment-time").matches(".* (\\d+) / \\1"));
            run(() -> ((Slider) monitor.lookup("#moment-slider")).setValue(0));
            waitUntil(() -> text("#moment-time").contains(" 1 / "));
        });
        steps.put("close the recording", () -> {
            action("close-recording");
            waitUntil(() -> !monitor.lookup("#time-bar").isVisible() && table.listing().size() > IDLE);
            Files.delete(recording);
        });
    }

    /** By the keys. @param id of a branch or group, which may stand elsewhere at each look */
    private void setExpanded(long id, boolean expanded) throws Exception {
        run(() -> {
            table.getSelectionModel().clearAndSelect(table.listing().positionOf(id));
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", expanded ? KeyCode.RIGHT : KeyCode.LEFT, false, false, false, false));
        });
        waitUntil(() -> table.listing().isExpanded(table.listing().positionOf(id)) == expanded
                && table.listing().size() >= IDLE == expanded);
    }

    private long largestGroup() throws Exception {
        return get(() -> IntStream.range(0, table.listing().size()).filter(at -> table.listing().group(at) != null
                && table.listing().group(at).count() >= IDLE).mapToLong(table.listing()::pid).findFirst().orElseThrow());
    }

    private void filter(String text, Callable<Boolean> done) throws Exception {
        run(() -> monitor.filterTextProperty().set(text));
        waitUntil(done);
    }

    void addNarrowing(long account) {
        steps.put("go to source and start", () -> {
            run(() -> monitor.setSelectedPid(account));
            waitUntil(() -> enabled("go-to-source"));
            places.clear();
            action("go-to-source");
            action("go-to-start");
            waitUntil(() -> places.size() == 2);
        });
        steps.put("only this function", () -> {
            action("filter-function");
            waitUntil(() -> table.listing().size() < 100);
        });
        steps.put("only what it started", () -> {
            run(() -> monitor.setSelectedPid(1L));
            action("filter-subtree");
            waitUntil(() -> table.listing().size() > IDLE);
        });
        steps.put("to the filter", () -> {
            action("filter");
            filter("", () -> table.listing().size() > IDLE);
        });
        steps.put("copy a pid", () -> action("copy-pid"));
    }
}
