package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import java.util.ArrayList;
import java.util.List;

/** Paths as texts; nothing here looks at the file system (chapter 3, section 11.3). */
public final class PathLibrary {
    private PathLibrary() {}

    @NostosFunction(name = "Path.join", type = "String, String -> String", complexity = "O(n)",
            doc = "Two paths with one separator between them; an absolute second path replaces the first.",
            example = {"Path.join(\"a\", \"b\") => \"a/b\"", "Path.join(\"/a\", \"/b\") => \"/b\"", "Path.join(\"\", \"b\") => \"b\""})
    public static String join(String first, String second) {
        if (second.startsWith("/") || first.isEmpty()) return second;
        return first.endsWith("/") ? first + second : first + "/" + second;
    }

    /** Without trailing separators, except for the root itself. */
    private static String trimmed(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') end--;
        return path.substring(0, end);
    }

    @NostosFunction(name = "Path.dirname", type = "String -> String", complexity = "O(n)", doc = "The path without its last component.",
            example = {"Path.dirname(\"/a/b.txt\") => \"/a\"", "Path.dirname(\"b\") => \"\"", "Path.dirname(\"/b\") => \"/\""})
    public static String dirname(String path) {
        String trimmed = trimmed(path);
        if (trimmed.equals("/")) return "";
        int slash = trimmed.lastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : trimmed(trimmed.substring(0, slash));
    }

    @NostosFunction(name = "Path.basename", type = "String -> String", complexity = "O(n)", doc = "The last component of a path.",
            example = {"Path.basename(\"/a/b.txt\") => \"b.txt\"", "Path.basename(\"a/\") => \"a\"", "Path.basename(\"/\") => \"\""})
    public static String basename(String path) {
        String trimmed = trimmed(path);
        String name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return name.equals("..") ? "" : name;
    }

    /** Offset of the dot before the extension within the last component, or -1. */
    private static int extensionDot(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? -1 : dot;
    }

    @NostosFunction(name = "Path.extension", type = "String -> String", complexity = "O(n)",
            doc = "What follows the last dot of the last component.",
            example = {"Path.extension(\"a/b.txt\") => \"txt\"", "Path.extension(\".bashrc\") => \"\""})
    public static String extension(String path) {
        String name = basename(path);
        int dot = extensionDot(name);
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    @NostosFunction(name = "Path.withExtension", type = "String, String -> String", complexity = "O(n)",
            doc = "The path with its extension replaced, added, or removed if the new one is empty.",
            example = {"Path.withExtension(\"a/b.txt\", \"md\") => \"a/b.md\"", "Path.withExtension(\"a/b\", \"md\") => \"a/b.md\""})
    public static String withExtension(String path, String extension) {
        String name = basename(path);
        if (name.isEmpty()) return path;
        int dot = extensionDot(name);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String changed = extension.isEmpty() ? stem : stem + "." + extension;
        String trimmed = trimmed(path);
        return trimmed.substring(0, trimmed.length() - name.length()) + changed;
    }

    @NostosFunction(name = "Path.normalize", type = "String -> String", complexity = "O(n)",
            doc = "The path without single dots in the middle and without doubled or trailing separators; double dots stay.",
            example = "Path.normalize(\"/a/./b//c/../d/\") => \"/a/b/c/../d\"")
    public static String normalize(String path) {
        List<String> parts = components(path);
        boolean absolute = path.startsWith("/");
        if (absolute) parts = parts.subList(1, parts.size());
        return (absolute ? "/" : "") + String.join("/", parts);
    }

    @NostosFunction(name = "Path.isAbsolute", type = "String -> Bool", doc = "Whether a path starts at the root.", example = "Path.isAbsolute(\"/a\") => true")
    public static boolean isAbsolute(String path) { return path.startsWith("/"); }

    @NostosFunction(name = "Path.isRelative", type = "String -> Bool", doc = "Whether a path does not start at the root.",
            example = "Path.isRelative(\"a\") => true")
    public static boolean isRelative(String path) { return !path.startsWith("/"); }

    @NostosFunction(name = "Path.split", type = "String -> List[String]", complexity = "O(n)",
            doc = "The components of a path; an absolute one starts with \"/\".", example = "Path.split(\"/a/b\") => [\"/\", \"a\", \"b\"]")
    public static ListValue split(String path) { return ListValue.of(components(path).toArray()); }

    private static List<String> components(String path) {
        List<String> parts = new ArrayList<>();
        if (path.startsWith("/")) parts.add("/");
        for (String part : path.split("/")) {
            boolean dropped = part.isEmpty() || part.equals(".") && !(parts.isEmpty() && path.startsWith("."));
            if (!dropped) parts.add(part);
        }
        return parts;
    }
}
