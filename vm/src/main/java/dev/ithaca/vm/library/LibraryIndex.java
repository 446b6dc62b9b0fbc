package dev.ithaca.vm.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells from the words of a program which modules of the library may matter to it, so that the others need not be read.
 * The resource {@code stdlib/index.txt} has a line for each module, {@code name | needs | words}: modules that come along,
 * and every word without which nothing of the module can be named or take part, {@code String(} where a constructor has the
 * name of a builtin type. Modules without words are always read.
 * {@code LibraryIndexTest} compares it with the modules.
 */
final class LibraryIndex {
    private final Set<String> always = new LinkedHashSet<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final Map<String, List<String>> byWord = new HashMap<>();

    LibraryIndex() {
        for (String line : text().split("\n")) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] parts = line.split("\\|", -1);
            String module = parts[0].strip();
            needs.put(module, words(parts[1]));
            List<String> words = words(parts[2]);
            if (words.isEmpty()) always.add(module);
            for (String word : words) byWord.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(module);
        }
    }

    private static List<String> words(String part) { return part.isBlank() ? List.of() : List.of(part.strip().split(" ")); }

    private static String text() {
        try (InputStream in = LibraryIndex.class.getResourceAsStream("stdlib/index.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All modules, in dependency order. */
    Set<String> modules() { return needs.keySet(); }

    /** The modules that may matter to a program of these texts. */
    Set<String> modulesFor(Iterable<String> texts) {
        Set<String> found = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>(always);
        for (String text : texts) scan(text, open);
        while (!open.isEmpty()) {
            String module = open.pop();
            if (found.add(module)) open.addAll(needs.get(module));
        }
        return found;
    }

    private void scan(String text, ArrayDeque<String> into) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            if (!Character.isJavaIdentifierStart(text.charAt(at))) continue;
            int start = at;
            while (at < length && Character.isJavaIdentifierPart(text.charAt(at))) at++;
            String word = text.substring(start, at);
            into.addAll(byWord.getOrDefault(word, List.of()));
            if (at < length && text.charAt(at) == '(') into.addAll(byWord.getOrDefault(word + "(", List.of()));
        }
    }
}
