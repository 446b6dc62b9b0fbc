package dev.ithaca.vm.service;

import dev.ithaca.vm.project.LoadException;
import dev.ithaca.vm.project.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for golden programs in a file, or in a folder and all below it. */
final class GoldenSearch {
    private static final String PROJECT_MAIN = "main.nos";

    private final List<GoldenProgram> programs = new ArrayList<>();
    private int skipped;

    GoldenProgram.Found in(Path path) throws LoadException {
        collect(path);
        return new GoldenProgram.Found(List.copyOf(programs), skipped);
    }

    private void collect(Path path) throws LoadException {
        if (!Files.isDirectory(path)) {
            GoldenProgram program = GoldenProgram.parse(path, path, SourceReader.read(path));
            if (program == null) skipped++;
            else programs.add(program);
        } else if (!isGoldenProject(path)) {
            for (Path child : children(path)) {
                if (Files.isDirectory(child) || isSource(child)) collect(child);
            }
        }
    }

    /** The modules of a project need one another: it is one program, whichever of its files the tests are in. */
    private boolean isGoldenProject(Path folder) throws LoadException {
        Path main = folder.resolve(PROJECT_MAIN);
        if (!Files.isRegularFile(main)) return false;
        GoldenProgram project = GoldenProgram.parse(folder, main, SourceReader.read(main));
        if (project == null && anyTests(folder)) project = new GoldenProgram(folder, new Location(main.toString(), 1, 1), null, List.of());
        if (project == null) return false;
        programs.add(project);
        return true;
    }

    private static boolean anyTests(Path folder) throws LoadException {
        for (Path child : children(folder)) {
            if (Files.isDirectory(child) ? anyTests(child) : isSource(child) && GoldenProgram.hasTests(SourceReader.read(child))) return true;
        }
        return false;
    }

    private static boolean isSource(Path file) { return file.toString().endsWith(".nos"); }

    private static List<Path> children(Path folder) throws LoadException {
        try (var list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new LoadException("Error reading folder '" + folder + "': " + e.getMessage());
        }
    }
}
