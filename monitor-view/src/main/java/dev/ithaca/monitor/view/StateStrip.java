package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Stretch;
import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A timeline as a strip of bars: colour, height and letter say the state; hatched where the process also ran, unseen between two
 * looks. The colours come from the style sheet. Drawn on a canvas, since each look moves all of it.
 */
final class StateStrip extends CanvasRegion {
    private static final StyleablePropertyFactory<StateStrip> FACTORY = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double LETTER_ROOM = 1.3;
    /** Between two lines, in pixels. */
    private static final double HATCH = 9;

    private final Map<ProcessStatus, StyleableProperty<Paint>> paints = new EnumMap<>(ProcessStatus.class);
    private final StyleableProperty<Paint> failed = paint("failed", s -> s.failed);
    private final StyleableProperty<Paint> ground = paint("ground", s -> s.ground);
    private final StyleableProperty<Paint> text = paint("text", s -> s.text);
    private final boolean letters;
    private Font font = Font.getDefault();
    private Timeline timeline;
    private long span = Timeline.SPAN_NANOS;
    private long until;
    private Stretch marked;

    /** @param letters whether bars wide enough have the letters of their states */
    StateStrip(boolean letters) {
        this.letters = letters;
        getStyleClass().add("state-strip");
        for (ProcessStatus status : ProcessStatus.values()) {
            paints.put(status, paint(status.label().replace('_', '-'), s -> s.paints.get(status)));
        }
    }

    private StyleableProperty<Paint> paint(String name, Function<StateStrip, StyleableProperty<Paint>> of) {
        var made = FACTORY.createStyleablePaintProperty(this, name, "-strip-" + name, of, Color.TRANSPARENT);
        ((ObservableValue<?>) made).addListener((o, before, now) -> requestLayout());
        return made;
    }

    @Override public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() { return FACTORY.getCssMetaData(); }

    /** The letter that stands for a state. */
    static String letter(ProcessStatus status) {
        return switch (status) {
            case RUNNING -> "R";
            case RUNNABLE -> "Q";
            case WAITING -> "W";
            case SLEEPING -> "S";
            case IO_WAIT -> "I";
            case SUSPENDED -> "H";
            case DEAD -> "X";
        };
    }

    /** Share of the height. */
    static double height(ProcessStatus status) {
        return switch (status) {
            case RUNNING, SUSPENDED -> 1;
            case RUNNABLE -> 0.75;
            case IO_WAIT -> 0.55;
            case WAITING -> 0.35;
            case SLEEPING -> 0.22;
            case DEAD -> 0.1;
        };
    }

    Paint colour(ProcessStatus status) { return paints.get(status).getValue(); }

    Paint textColour() { return text.getValue(); }

    /** @param shown null for nothing; the right end stands for {@code untilNanos} */
    void show(Timeline shown, long untilNanos, long spanNanos, Font textFont) {
        timeline = shown;
        until = untilNanos;
        span = spanNanos;
        font = textFont;
        draw();
    }

    /** Draws a frame round a stretch; null for none. */
    void mark(Stretch stretch) {
        if (stretch == marked) return;
        marked = stretch;
        draw();
    }

    /** The stretch at a place across, or null. */
    Stretch at(double x) { return timeline == null || getWidth() <= 0 ? null : timeline.at(until - span + (long) (span * x / getWidth())); }

    @Override void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width <= 0 || height <= 0) return;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFill(ground.getValue());
        g.fillRect(0, 0, width, height);
        if (timeline == null) return;
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (Stretch s : timeline.stretches()) draw(g, s, width, height);
    }

    private double x(long nanos, double width) { return Math.clamp(width * (1 - (double) (until - nanos) / span), 0, width); }

    private void draw(GraphicsContext g, Stretch s, double width, double height) {
        double left = x(s.fromNanos(), width);
        double right = x(s.toNanos(), width);
        if (right <= 0) return;
        // what is short is seen all the same
        if (right - left < 1) left = Math.max(0, right - 1);
        double bar = Math.max(2, height * height(s.status()));
        g.setFill(s.failed() ? failed.getValue() : colour(s.status()));
        g.fillRect(left, height - bar, right - left, bar);
        if (s.status() == ProcessStatus.SUSPENDED && right - left > 4) {
            g.setFill(ground.getValue());
            g.fillRect(left + 1, 3, right - left - 2, height - 6);
        }
        if (s.mixed()) hatch(g, left, right, height, s.status() == ProcessStatus.RUNNING ? ground.getValue() : colour(ProcessStatus.RUNNING));
        // in a low strip there is no room above the bars
        if (letters && height > 1.6 * font.getSize() && right - left > LETTER_ROOM * font.getSize()) {
            boolean above = bar < height - font.getSize();
            double x = (left + right) / 2;
            double y = above ? (height - bar) / 2 : height / 2;
            boolean onGround = above || s.status() == ProcessStatus.SUSPENDED;
            if (s.mixed()) {
                // no line is to cross it
                g.setFill(onGround ? ground.getValue() : colour(s.status()));
                g.fillRect(x - 0.5 * font.getSize(), y - 0.5 * font.getSize(), font.getSize(), font.getSize());
            }
            g.setFill(onGround ? text.getValue() : ground.getValue());
            g.fillText(letter(s.status()), x, y);
        }
        if (s == marked) {
            g.setStroke(text.getValue());
            g.setLineWidth(1);
            g.strokeRect(left + 0.5, 0.5, Math.max(1, right - left - 1), height - 1);
        }
    }

    /** Lines that rise to the right, cut at both ends by hand: a clip for each would cost more. */
    private static void hatch(GraphicsContext g, double left, double right, double height, Paint paint) {
        g.setStroke(paint);
        g.setLineWidth(1);
        for (double foot = left - height; foot < right; foot += HATCH) {
            double from = Math.max(left, foot);
            double to = Math.min(right, foot + height);
            if (to > from) g.strokeLine(from, height - (from - foot), to, height - (to - foot));
        }
    }
}
