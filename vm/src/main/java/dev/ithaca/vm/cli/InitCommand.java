package dev.ithaca.vm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code nostos init}: begins a project, a folder with a manifest and a first program. */
record InitCommand(PrintStream out) {
    /** Files that exist are kept. @return the exit status */
    int execute(Path target) throws UsageException {
        Path folder = target.toAbsolutePath().normalize();
        String name = folder.getFileName() == null ? "project" : folder.getFileName().toString();
        try {
            Files.createDirectories(folder);
            write(folder.resolve("nostos.toml"), "[project]\nname = \"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\nversion = \"0.1.0\"\n");
            write(folder.resolve("main.nos"), "main() = println(\"Hello from " + name.replaceAll("[\\\\\"$]", "") + "\")\n");
        } catch (IOException e) {
            throw new UsageException("cannot begin a project in " + folder + ": " + e.getMessage());
        }
        out.println("Run it with: nostos run " + target);
        return 0;
    }

    private void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            out.println("Kept " + file);
            return;
        }
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        out.println("Wrote " + file);
    }
}
