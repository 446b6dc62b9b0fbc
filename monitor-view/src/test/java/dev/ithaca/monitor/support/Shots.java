package dev.ithaca.monitor.support;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene looks like, for eyes. Goes to the folder of the system property {@code shots}. */
public final class Shots {
    private Shots() {}

    public static Path folder() {
        return Path.of(System.getProperty("shots", System.getProperty("java.io.tmpdir") + "/monitor-shots"));
    }

    /** To be called on the JavaFX thread. */
    public static Path write(Scene scene, String name) throws IOException { return write(scene.snapshot(null), name); }

    /** As it would be at another size, larger than the screen if need be. To be called on the JavaFX thread. */
    public static Path write(Scene scene, String name, double width, double height) throws IOException {
        Parent root = scene.getRoot();
        try {
            root.resize(width, height);
            // tables, which fill themselves from their size, need a second turn
            for (int turn = 0; turn < 2; turn++) {
                root.applyCss();
                root.layout();
            }
            return write(root.snapshot(null, null), name);
        } finally {
            root.resize(scene.getWidth(), scene.getHeight());
            root.requestLayout();
        }
    }

    private static Path write(WritableImage image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = Files.createDirectories(folder()).resolve(name + ".png");
        ImageIO.write(copy, "png", file.toFile());
        return file;
    }
}
