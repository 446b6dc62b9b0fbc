package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.Listing;
import dev.ithaca.monitor.model.ProcessFilter;
import dev.ithaca.monitor.model.RefreshRates;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.util.Duration;

/** Filter, count, and how the list is shown and refreshed. */
public final class MonitorToolbar extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    /** In sizes of the font. */
    private static final double LEAST_FOR_COUNT = 40;
    private static final double MOST_FOR_FILTER = 46;
    private static final String FILTER_HELP = """
            Words that must all match: part of a name, function, file, status or exit reason, or the start of a pid.
            state:waiting   fn:pool   name:bank   mbox>100   age>5   heap>=2m   reds>1k   line=14   parent=3
            start:pool   links>0   -state:dead   state:running,runnable    !work(er)? is a regular expression
            (age and uptime in seconds)""";

    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final Region gap = new Region();
    private final Tooltip filterHelp = new Tooltip(FILTER_HELP);
    private final Tooltip countHelp = new Tooltip();
    private Runnable showStates = () -> {};

    public MonitorToolbar(MonitorModel model) {
        getStyleClass().add("monitor-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        filter.setId("process-filter");
        filter.setPromptText("Filter (/)");
        filter.setAccessibleText("Filter processes");
        filter.setAccessibleHelp(FILTER_HELP);
        filter.setTooltip(filterHelp);
        filter.setPrefColumnCount(8);
        filter.setMinWidth(60);
        filter.textProperty().bindBidirectional(model.arrangement().filterTextProperty());
        filter.textProperty().addListener((o, before, text) -> judge(text));
        HBox.setHgrow(filter, Priority.ALWAYS);
        count.setId("process-count");
        count.getStyleClass().add("count");
        count.setMinWidth(0);
        count.setTooltip(countHelp);
        model.population().listingProperty().addListener((o, before, now) -> showCount(now, model));
        showCount(model.population().listing(), model);
        // in a narrow dock the filter needs the room, and the line below the list tells the same
        count.managedProperty().bind(Bindings.createBooleanBinding(() -> getWidth() > LEAST_FOR_COUNT * count.getFont().getSize(),
                widthProperty(), count.fontProperty()));
        count.managedProperty().addListener((o, before, now) -> showCount(model.population().listing(), model));
        // a longer line than anybody types would only be far from what it filters
        filter.maxWidthProperty().bind(Bindings.createDoubleBinding(() -> MOST_FOR_FILTER * count.getFont().getSize(), count.fontProperty()));
        HBox.setHgrow(gap, Priority.SOMETIMES);
        getChildren().addAll(filter, count, gap);
    }

    /** Adds what needs the actions and the list, which are made after the toolbar. */
    public void complete(MonitorModel model, MonitorActions actions, Runnable focusTable, Switches switches) {
        filter.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            boolean leave = key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ESCAPE;
            if (key.getCode() == KeyCode.ESCAPE) filter.clear();
            if (leave) {
                focusTable.run();
                key.consume();
            }
        });
        var states = new StatesMenu(model);
        showStates = states::show;
        Button tree = Controls.button(actions.list.tree);
        Button group = Controls.button(actions.list.group);
        Button dead = Controls.button(actions.list.dead);
        Button overview = Controls.button(actions.list.overview);
        switches.overviewShown().addListener((o, before, on) -> overview.pseudoClassStateChanged(ON, on));
        Button pause = Controls.button(actions.list.pause);
        model.arrangement().treeProperty().addListener((o, before, on) -> tree.pseudoClassStateChanged(ON, on));
        model.arrangement().arrangementProperty().addListener((o, before, now) -> group.pseudoClassStateChanged(ON, now.grouped()));
        model.arrangement().showDeadProperty().addListener((o, before, on) -> dead.pseudoClassStateChanged(ON, !on));
        switches.paused().addListener((o, before, on) -> pause.pseudoClassStateChanged(ON, on));
        getChildren().addAll(states, overview, tree, group, dead, pause, Controls.button(actions.list.refresh), intervalMenu(switches.interval()));
    }

    /** The font of the monitor as the style sheets set it. */
    public ObservableValue<Font> fontProperty() { return count.fontProperty(); }

    /** Opens the legend of the states. */
    public void showStates() { showStates.run(); }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private static MenuButton intervalMenu(ObjectProperty<Duration> interval) {
        var menu = new MenuButton();
        menu.setId("refresh-interval");
        menu.accessibleTextProperty().bind(interval.map(now -> "Refreshed every " + seconds(now)));
        menu.getStyleClass().addAll("interval", "flat");
        menu.setTooltip(new Tooltip("How often the list is refreshed (+ and -)"));
        menu.textProperty().bind(interval.map(MonitorToolbar::seconds));
        menu.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (java.time.Duration choice : RefreshRates.INTERVALS) {
            Duration seconds = Duration.millis(choice.toMillis());
            var item = new RadioMenuItem("every " + seconds(seconds));
            item.setToggleGroup(group);
            item.setSelected(seconds.equals(interval.get()));
            interval.addListener((o, before, now) -> item.setSelected(seconds.equals(now)));
            item.setOnAction(chosen -> interval.set(seconds));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String seconds(Duration interval) {
        String number = String.format(Locale.ROOT, "%.2f", interval.toSeconds());
        return number.replaceAll("\\.?0+$", "") + " s";
    }

    private void judge(String text) {
        String problem = ProcessFilter.parse(text).problem();
        filter.pseudoClassStateChanged(ERROR, problem != null);
        filterHelp.setText(problem == null ? FILTER_HELP : problem);
    }

    private void showCount(Listing listing, MonitorModel model) {
        int all = listing.sample().size();
        int dead = all - listing.sample().alive();
        boolean filtered = !model.population().query().filter().acceptsAll();
        count.setText(filtered ? Format.count(listing.matching()) + " of " + Format.count(all)
                : Format.count(listing.sample().alive()) + (dead == 0 ? " alive" : " alive, " + Format.count(dead) + " dead"));
        count.setVisible(model.inspectorProperty().get() != null && !model.population().isUnread() && count.isManaged());
        countHelp.setText(String.format(Locale.ROOT, "Reading, filtering and sorting took the monitor %.1f ms",
                model.population().costMillisProperty().get()));
    }
}
