package dev.ithaca.ide.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of a scene. */
public final class Screenshot {
    private Screenshot() {}

    /** JavaFX thread. */
    public static BufferedImage take(Scene scene) { return copy(scene.snapshot(null)); }

    /**
     * The scene as it would be at another size, larger than the screen if need be: the screen of JavaFX's headless
     * platform has 1000 by 1000 pixels. JavaFX thread.
     */
    public static BufferedImage take(Scene scene, double width, double height) {
        Parent root = scene.getRoot();
        try {
            root.resize(width, height);
            // views that fill themselves from their size, such as tables, need a second turn
            for (int turn = 0; turn < 2; turn++) {
                root.applyCss();
                root.layout();
            }
            return copy(root.snapshot(null, null));
        } finally {
            root.resize(scene.getWidth(), scene.getHeight());
            root.requestLayout();
        }
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    public static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
