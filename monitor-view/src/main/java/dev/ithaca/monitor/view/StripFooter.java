package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.StretchText;
import dev.ithaca.monitor.model.Timeline;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Under a timeline: the times, and which colours and letters stand for which states, with the share of each. Drawn, as labels would lay out anew at each look. */
final class StripFooter extends CanvasRegion {
    private static final long[] STEPS_SECONDS = {5, 10, 15, 30, 60};
    /** Of a line of text, in sizes of the font. */
    private static final double LINE = 1.5;
    private static final double GAP = 14;

    private final Text measure = new Text();
    private final Function<ProcessStatus, Paint> colours;
    private Timeline timeline;
    private Paint textColour;
    private double left;
    private Font font = Font.getDefault();

    StripFooter(Function<ProcessStatus, Paint> colours) {
        this.colours = colours;
        setMouseTransparent(true);
    }

    /** @param begin where the strips above begin */
    void show(Timeline shown, double begin, Font textFont, Paint colour) {
        if (!textFont.equals(font)) {
            font = textFont;
            requestLayout();
        }
        timeline = shown;
        left = begin;
        textColour = colour;
        draw();
    }

    @Override protected double computePrefHeight(double width) { return Math.ceil(2 * LINE * font.getSize()); }

    @Override protected double computeMinHeight(double width) { return computePrefHeight(width); }

    @Override void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (timeline == null || timeline.lookedAt() == 0 || canvas.getWidth() <= left) return;
        g.setFont(font);
        g.setFill(textColour);
        g.setStroke(textColour);
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        drawTimes(g);
        drawStates(g);
    }

    private void drawTimes(GraphicsContext g) {
        double width = canvas.getWidth() - left;
        double label = width("00:00:00") + GAP;
        double secondsInSight = Timeline.SPAN_NANOS / 1e9;
        long step = Arrays.stream(STEPS_SECONDS).filter(s -> width * s / secondsInSight > label).findFirst().orElse(STEPS_SECONDS[STEPS_SECONDS.length - 1]);
        long now = timeline.lookedAt();
        var wall = StretchText.time(now);
        double sinceStep = Math.floorMod(wall.getEpochSecond(), step) + wall.getNano() / 1e9;
        g.setTextAlign(TextAlignment.CENTER);
        for (double ago = sinceStep; ago < secondsInSight; ago += step) {
            double x = left + width * (1 - ago / secondsInSight);
            g.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, 3);
            double half = label / 2 - GAP / 2;
            if (x - half >= left && x + half <= canvas.getWidth()) g.fillText(StretchText.toTheSecond(now - (long) (ago * 1e9) + 1_000_000), x, 0.85 * font.getSize());
        }
    }

    private record Share(ProcessStatus status, int permille) {
        String text() { return StateStrip.letter(status) + " " + status.label() + " " + (permille == 0 ? "< 0.1" : String.format(Locale.ROOT, "%.1f", permille / 10.0)) + " %"; }
    }

    private void drawStates(GraphicsContext g) {
        List<Share> shares = Arrays.stream(ProcessStatus.values()).map(status -> new Share(status, timeline.permille(status)))
                .filter(share -> share.permille > 0).sorted(Comparator.comparing(share -> -share.permille)).toList();
        double x = left;
        double swatch = 0.75 * font.getSize();
        double middle = LINE * font.getSize() * 1.5;
        g.setTextAlign(TextAlignment.LEFT);
        for (Share share : shares) {
            double width = swatch + 4 + width(share.text());
            // the smallest shares give way
            if (x + width > canvas.getWidth() && x > left) break;
            g.setFill(colours.apply(share.status));
            double bar = Math.max(2, swatch * StateStrip.height(share.status));
            g.fillRect(x, middle + swatch / 2 - bar, swatch, bar);
            g.setFill(textColour);
            g.fillText(share.text(), x + swatch + 4, middle);
            x += width + GAP;
        }
    }

    private double width(String text) {
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
