package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.viewmodel.MonitorAction;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.List;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** The keys of the process list: those of the actions, a pid typed to jump to it, and opening and closing in the tree. */
public final class ProcessKeys {
    private static final Duration DIGITS_PAUSE = Duration.seconds(1);

    private final MonitorModel model;
    private final ProcessTable table;
    private final List<MonitorAction> actions;
    private final List<MonitorAction> changing;
    private final StringBuilder digits = new StringBuilder();
    private final PauseTransition digitsEnd = new PauseTransition(DIGITS_PAUSE);

    private ProcessKeys(MonitorModel model, ProcessTable table, MonitorActions actions) {
        this.model = model;
        this.table = table;
        this.actions = actions.all();
        changing = actions.changing();
        digitsEnd.setOnFinished(pause -> endDigits());
    }

    public static void install(MonitorModel model, ProcessTable table, MonitorActions actions) {
        var keys = new ProcessKeys(model, table, actions);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
    }

    private void pressed(KeyEvent event) {
        if (run(event, action -> action.isFor(event)) || event.isShortcutDown() || event.isAltDown()) return;
        if (event.getCode() == KeyCode.ESCAPE && !model.selection().taggedProperty().get().isEmpty()) {
            model.selection().clearTags();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !model.arrangement().filterTextProperty().get().isEmpty()) {
            model.arrangement().filterTextProperty().set("");
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            goToParent();
            event.consume();
        } else if (table.listing().isTree() && event.getCode() == KeyCode.LEFT) {
            closeOrGoUp();
            event.consume();
        } else if (table.listing().isTree() && event.getCode() == KeyCode.RIGHT) {
            setExpanded(true);
            event.consume();
        }
    }

    /** Of several actions with one key, the first that makes sense at present. */
    private boolean run(KeyEvent event, Predicate<MonitorAction> wanted) {
        MonitorAction action = actions.stream().filter(wanted).filter(candidate -> candidate.enabled().get()).findFirst().orElse(null);
        if (action == null && model.replay().shownProperty().get() != null && changing.stream().anyMatch(wanted)) {
            model.replay().refuse();
            event.consume();
            return true;
        }
        if (action == null) return false;
        action.run();
        event.consume();
        return true;
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        if (run(event, action -> action.isTypedBy(event))) return;
        String character = event.getCharacter();
        switch (character) {
            case "+" -> setExpanded(true);
            case "-" -> setExpanded(false);
            default -> {
                if (character.length() == 1 && Character.isDigit(character.charAt(0))) jump(character);
            }
        }
    }

    /** A pid that is not there is told once no further digit comes. */
    private void endDigits() {
        long pid = Long.parseLong(digits.toString());
        digits.setLength(0);
        if (table.listing().positionOf(pid) < 0) model.notices().tell("no process " + Format.pid(pid) + " is listed");
    }

    private void jump(String digit) {
        if (digits.length() < 18) digits.append(digit);
        digitsEnd.playFromStart();
        long pid = Long.parseLong(digits.toString());
        if (table.listing().positionOf(pid) < 0) return;
        model.selection().select(pid);
        table.reveal(pid);
    }

    private void setExpanded(boolean expanded) {
        Long pid = table.getSelectionModel().getSelectedItem();
        if (pid != null) model.arrangement().setExpanded(pid, expanded);
    }

    private void closeOrGoUp() {
        Listing listing = table.listing();
        Long pid = table.getSelectionModel().getSelectedItem();
        int position = pid == null ? -1 : listing.positionOf(pid);
        if (position < 0) return;
        if (listing.isExpanded(position)) {
            model.arrangement().setExpanded(pid, false);
            return;
        }
        goToParent();
    }

    private void goToParent() {
        Listing listing = table.listing();
        Long pid = table.getSelectionModel().getSelectedItem();
        int position = pid == null ? -1 : listing.positionOf(pid);
        int row = position < 0 ? -1 : listing.row(position);
        if (row < 0) return;
        long parent = listing.sample().parent(row);
        if (listing.positionOf(parent) >= 0) {
            model.selection().select(parent);
            table.reveal(parent);
        }
    }
}
