package dev.ithaca.vm.syntax;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses each text once: a file whose name and text are known gives the tree it gave before, with the same
 * {@link SourceFile}. Forgets what was not asked for longest. Thread-safe.
 */
public final class ParseCache {
    /** In characters of source; a tree takes some dozens of bytes for each. */
    private static final long MOST = 8_000_000;

    private final Map<Key, ParseResult> known = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    private record Key(String name, String text) {
        int size() { return text.length() + 100; }
    }

    public ParseResult parse(SourceFile file) {
        Key key = new Key(file.name(), file.text());
        synchronized (known) {
            ParseResult result = known.get(key);
            if (result != null) return result;
        }
        ParseResult parsed = Parser.parse(file);
        synchronized (known) {
            ParseResult other = known.putIfAbsent(key, parsed);
            if (other != null) return other;
            size += key.size();
            var oldest = known.entrySet().iterator();
            while (size > MOST && known.size() > 1) {
                size -= oldest.next().getKey().size();
                oldest.remove();
            }
        }
        return parsed;
    }
}
