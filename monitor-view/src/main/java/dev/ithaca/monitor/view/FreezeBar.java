package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.FreezeRule;
import dev.ithaca.monitor.viewmodel.FreezeModel;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The conditions at which processes are to be suspended, each to be taken back; takes no room without any. */
public final class FreezeBar extends FlowPane {
    private final FreezeModel model;

    public FreezeBar(FreezeModel model) {
        this.model = model;
        setId("freeze-rules");
        getStyleClass().add("freeze-bar");
        model.rulesProperty().addListener((o, before, now) -> show(now));
        show(model.rulesProperty().get());
    }

    private void show(List<FreezeRule> rules) {
        getChildren().setAll(rules.stream().map(this::chip).toList());
        Controls.setShown(this, !rules.isEmpty());
    }

    private static String sentence(String title) { return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1); }

    private HBox chip(FreezeRule rule) {
        var text = new Label(sentence(rule.title()), Icon.action("suspend"));
        var remove = new Hyperlink("Remove");
        remove.getStyleClass().add("pid-link");
        remove.setOnAction(click -> model.remove(rule));
        var chip = new HBox(text, remove);
        chip.getStyleClass().add("freeze-chip");
        return chip;
    }
}
