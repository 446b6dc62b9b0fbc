package dev.ithaca.ide.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example programs that come with the application. */
public final class Examples {
    private static final String FOLDER = "/examples";

    private Examples() {}

    /**
     * @param name file name, {@code bank.nos}
     * @param summary what the example shows, in one sentence
     */
    public record Example(String name, String summary, String text) {}

    /** All examples on the class path by name; none if the build has none. */
    public static List<Example> all() {
        URL folder = Examples.class.getResource(FOLDER);
        if (folder == null) return List.of();
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) return read(Path.of(uri));
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new UncheckedIOException(new IOException("the examples cannot be read", unreadable));
        }
    }

    private static List<Example> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".nos")).sorted().map(Examples::example).toList();
        }
    }

    private static Example example(Path file) {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            return new Example(file.getFileName().toString(), summary(text), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first sentence of the comment at the head, without a title such as {@code Bank:} before it. */
    private static String summary(String text) {
        String comment = text.lines().takeWhile(line -> line.startsWith("#")).map(line -> line.substring(1).strip()).collect(Collectors.joining(" "));
        String words = comment.replaceFirst("^[\\w -]{1,24}:\\s+", "");
        int end = words.indexOf(". ");
        String sentence = end < 0 ? words : words.substring(0, end + 1);
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
