package dev.ithaca.ide.project;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The desktop's trash. On Linux as the FreeDesktop trash specification says (folders {@code files} and {@code info} in
 * {@code $XDG_DATA_HOME/Trash}), on a Mac {@code ~/.Trash}, elsewhere through the desktop.
 */
public final class Trash {
    private final Path folder;
    private final boolean informed;

    private Trash(Path folder, boolean informed) {
        this.folder = folder;
        this.informed = informed;
    }

    public static Trash ofDesktop() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (os.startsWith("mac")) return new Trash(home.resolve(".Trash"), false);
        if (os.startsWith("windows")) return new Trash(null, false);
        String data = System.getenv("XDG_DATA_HOME");
        return freeDesktop((data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("Trash"));
    }

    static Trash freeDesktop(Path folder) { return new Trash(folder, true); }

    /** Moves a file, or a folder with everything in it, to the trash. */
    public void take(Path path) throws IOException {
        if (folder == null) {
            if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().moveToTrash(path.toFile())) throw new IOException("this desktop has no trash");
            return;
        }
        Path files = Files.createDirectories(informed ? folder.resolve("files") : folder);
        Path target = free(files, path.getFileName().toString());
        if (informed) Files.writeString(Files.createDirectories(folder.resolve("info")).resolve(target.getFileName() + ".trashinfo"), info(path), StandardCharsets.UTF_8);
        Files.move(path, target);
    }

    private static Path free(Path files, String name) {
        Path target = files.resolve(name);
        for (int i = 2; Files.exists(target); i++) target = files.resolve(name + "." + i);
        return target;
    }

    private static String info(Path path) {
        URI place = path.toAbsolutePath().toUri();
        return "[Trash Info]\nPath=" + place.getRawPath().replaceFirst("/$", "") + "\nDeletionDate=" + LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }
}
