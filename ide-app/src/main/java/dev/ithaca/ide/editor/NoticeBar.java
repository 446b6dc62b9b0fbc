package dev.ithaca.ide.editor;

import dev.ithaca.ide.document.Notice;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A strip that shows a notice where it belongs and goes away with it. */
public final class NoticeBar extends HBox {
    private static final Duration HINT_STAYS = Duration.seconds(6);

    private final ObjectProperty<Notice> notice;
    private final PauseTransition leave = new PauseTransition(HINT_STAYS);

    public NoticeBar(ObjectProperty<Notice> notice) {
        this.notice = notice;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("notice-bar");
        leave.setOnFinished(event -> notice.set(null));
        notice.addListener((property, old, now) -> show(now));
        show(notice.get());
    }

    private void show(Notice now) {
        setVisible(now != null);
        setManaged(now != null);
        getChildren().clear();
        leave.stop();
        if (now == null) return;
        if (now.kind() == Notice.Kind.HINT) leave.playFromStart();
        getStyleClass().removeIf(style -> style.startsWith("notice-") && !style.equals("notice-bar"));
        getStyleClass().add("notice-" + now.kind().name().toLowerCase(Locale.ROOT));
        Label text = new Label(now.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon(now.kind())), text);
        for (Notice.Choice choice : now.choices()) {
            Button button = new Button(choice.label());
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                notice.set(null);
                choice.body().run();
            });
            getChildren().add(button);
        }
        Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.setAccessibleText("Dismiss");
        close.getStyleClass().addAll("small", "flat");
        close.setOnAction(event -> notice.set(null));
        getChildren().add(close);
    }

    private static Ikon icon(Notice.Kind kind) {
        return switch (kind) {
            case HINT, INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }
}
