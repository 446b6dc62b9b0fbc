package dev.ithaca.monitor.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.text.Text;

/** How well texts stand out against what is behind them, by the formula of WCAG 2.2. To be used on the JavaFX thread. */
public final class Contrast {
    private Contrast() {}

    /** From 1 for none to 21 for black on white. */
    public static double ratio(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4); }

    /** What can be read below a node, at less than a ratio: each with its colours. What cannot be used just now need not be read. */
    public static List<String> below(Node root, double least) {
        var found = new ArrayList<String>();
        look(root, Color.WHITE, 1, least, found);
        return found;
    }

    private static void look(Node node, Color ground, double opacity, double least, List<String> found) {
        double through = opacity * node.getOpacity();
        if (!node.isVisible() || node.isDisabled() || through == 0) return;
        if (node instanceof Text text && text.getText() != null && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            Color seen = over(fill, through, ground);
            if (ratio(seen, ground) < least) found.add(String.format(Locale.ROOT, "%.2f: \"%s\" %s on %s in %s", ratio(seen, ground),
                    text.getText(), seen, ground, text.getParent().getStyleClass()));
        }
        Color behind = node instanceof Region region && region.getBackground() != null ? ground(region, ground, through) : ground;
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> look(child, behind, through, least, found));
    }

    /** What stands on a region is read inside its border, where the last fills lie. */
    private static Color ground(Region region, Color behind, double opacity) {
        Color ground = behind;
        for (BackgroundFill fill : region.getBackground().getFills()) {
            if (fill.getFill() instanceof Color color) ground = over(color, opacity, ground);
            else if (fill.getFill() instanceof LinearGradient gradient) ground = over(middle(gradient), opacity, ground);
        }
        return ground;
    }

    private static Color middle(LinearGradient gradient) {
        return gradient.getStops().getFirst().getColor().interpolate(gradient.getStops().getLast().getColor(), 0.5);
    }

    private static Color over(Color color, double opacity, Color ground) {
        double share = color.getOpacity() * opacity;
        return ground.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()), share);
    }
}
