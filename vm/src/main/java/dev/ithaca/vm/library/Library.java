package dev.ithaca.vm.library;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.Builtin;
import dev.ithaca.vm.types.BuiltinCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The library of the language: functions in Java, found by their annotations, and modules in Nostos, kept as resources.
 * The classes of a namespace are looked at when one of its names is first asked for. Safe for use by any thread; keep an
 * instance, as asking it again is cheap.
 */
public final class Library implements BuiltinCatalog {
    /** Bare names and those of the compiler. */
    private static final String BARE = "";
    /** Where the functions of a namespace are; a class may serve several. */
    private static final Map<String, List<String>> TOPICS = Map.ofEntries(
            topic(BARE, "Core", "Interactive", "Operator", "Math", "Conversion", "Sum", "String", "List", "Array", "Process", "Reflection", "Request",
                    "Reactive"),
            topic("String", "String"), topic("Int", "Conversion"), topic("List", "ListBuilder"), topic("Map", "Map", "OwnKeys"),
            topic("Set", "Set", "OwnKeys"), topic("Int64Array", "Array"), topic("Float64Array", "Array"), topic("Float32Array", "Array"),
            topic("Buffer", "Buffer"), topic("Panel", "Interactive"), topic("File", "File"), topic("Dir", "Directory"), topic("Path", "Path"),
            topic("Exec", "Exec"), topic("Env", "Environment"), topic("Program", "Environment"), topic("Time", "Time"), topic("Random", "Random"),
            topic("Uuid", "Crypto"), topic("Crypto", "Crypto"), topic("Base64", "Encoding"), topic("Url", "Encoding"),
            topic("Encoding", "Encoding"), topic("Regex", "Regex"), topic("Json", "Json", "Reflection"), topic("Runtime", "Runtime"),
            topic("Gc", "Runtime"), topic("Process", "Process"), topic("System", "Process"), topic("Tcp", "Tcp"), topic("Server", "Server"),
            topic("Http", "Http"), topic("WebSocket", "WebSocket"), topic("Reactive", "Reactive"), topic("RenderStack", "Render"),
            topic("RenderContext", "Render"));
    private static final String PREFIX = "stdlib.";

    private final Map<String, Topic> read = new ConcurrentHashMap<>();
    private final Map<String, SourceFile> modules = new ConcurrentHashMap<>();
    private final LibraryIndex index = new LibraryIndex();

    /** The functions of a class by name, and their examples. */
    private record Topic(Map<String, List<Builtin>> functions, Map<String, List<String>> examples) {}

    private static Map.Entry<String, List<String>> topic(String namespace, String... classes) {
        return Map.entry(namespace, List.of(classes));
    }

    private Topic topic(String name) { return read.computeIfAbsent(name, Library::readTopic); }

    private static Topic readTopic(String name) {
        Map<String, List<Builtin>> functions = new TreeMap<>();
        Map<String, List<String>> examples = new TreeMap<>();
        for (Method method : topicClass(name).getDeclaredMethods()) {
            NostosFunction function = method.getAnnotation(NostosFunction.class);
            if (function == null) continue;
            for (Builtin builtin : builtins(method, function)) {
                functions.computeIfAbsent(builtin.name(), _ -> new ArrayList<>(1)).add(builtin);
            }
            if (function.example().length > 0) {
                examples.computeIfAbsent(function.name()[0], _ -> new ArrayList<>()).addAll(Arrays.asList(function.example()));
            }
        }
        // Reflection promises no order; the general implementation of a name comes first and carries its documentation.
        functions.values().forEach(all -> all.sort(Comparator.comparing(Builtin::signature).thenComparing(b -> b.on() == null ? "" : b.on())));
        return new Topic(functions, examples);
    }

    private static Class<?> topicClass(String name) {
        try {
            return Class.forName(Library.class.getPackageName() + "." + name + "Library");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Builtin> builtins(Method method, NostosFunction function) {
        String on = function.on().isEmpty() ? null : function.on();
        List<Builtin> all = new ArrayList<>();
        for (String name : function.name()) {
            for (String type : function.type()) all.add(new Builtin(name, type, on, function.suspends(), method, documentation(function)));
        }
        return all;
    }

    /** In the form of a doc comment of a Nostos module. */
    private static String documentation(NostosFunction function) {
        if (function.doc().isEmpty()) return "";
        var text = new StringBuilder(function.doc());
        for (String example : function.example()) text.append("\nExample: ").append(example);
        return text.append("\nCost: ").append(function.complexity()).toString();
    }

    private static SourceFile source(String module) {
        String resource = "stdlib/" + module + ".nos";
        try (InputStream in = Library.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing resource " + resource);
            return new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public List<Builtin> named(String name) {
        String namespace = name.startsWith("%") ? BARE : name.substring(0, Math.max(0, name.indexOf('.')));
        List<Builtin> found = new ArrayList<>();
        for (String topic : TOPICS.getOrDefault(namespace, List.of())) found.addAll(topic(topic).functions().getOrDefault(name, List.of()));
        return found;
    }

    @Override public List<Builtin> all() {
        List<Builtin> all = new ArrayList<>();
        topics().forEach(topic -> topic.functions().values().forEach(all::addAll));
        return all;
    }

    private Stream<Topic> topics() { return TOPICS.values().stream().flatMap(List::stream).distinct().sorted().map(this::topic); }

    @Override public Map<String, SourceFile> modules() { return sources(index.modules()); }

    @Override public Map<String, SourceFile> modulesFor(List<SourceFile> program) {
        return sources(index.modulesFor(() -> program.stream().map(SourceFile::text).iterator()));
    }

    private Map<String, SourceFile> sources(Set<String> wanted) {
        Map<String, SourceFile> found = new LinkedHashMap<>();
        for (String module : index.modules()) {
            if (wanted.contains(module)) found.put(PREFIX + module, modules.computeIfAbsent(module, Library::source));
        }
        return found;
    }

    /** Examples in the documentation, by function: {@code expression => value} or {@code expression => throws value}. */
    public Map<String, List<String>> examples() {
        Map<String, List<String>> all = new TreeMap<>();
        topics().forEach(topic -> topic.examples().forEach((name, lines) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(lines)));
        return all;
    }
}
