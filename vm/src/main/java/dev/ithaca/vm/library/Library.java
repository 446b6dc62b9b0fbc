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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The library of the language: functions in Java, found by their annotations, and modules in Nostos, kept as resources.
 * Immutable once built; building reads the annotations of every library class, so keep an instance.
 */
public final class Library implements BuiltinCatalog {
    private static final List<Class<?>> TOPICS = List.of(CoreLibrary.class, OperatorLibrary.class, MathLibrary.class,
            ConversionLibrary.class, SumLibrary.class, StringLibrary.class, ListLibrary.class, ListBuilderLibrary.class,
            MapLibrary.class, SetLibrary.class, ArrayLibrary.class, BufferLibrary.class, FileLibrary.class,
            DirectoryLibrary.class, PathLibrary.class, ExecLibrary.class, EnvironmentLibrary.class, TimeLibrary.class,
            RandomLibrary.class, CryptoLibrary.class, EncodingLibrary.class, RegexLibrary.class, JsonLibrary.class,
            RuntimeLibrary.class, ProcessLibrary.class, ReflectionLibrary.class, TcpLibrary.class,
            ServerLibrary.class, HttpLibrary.class, WebSocketLibrary.class, RequestLibrary.class);
    /** In dependency order. */
    private static final List<String> MODULES = List.of("traits", "io", "list", "string", "map", "env", "exec", "regex", "time",
            "gc", "process", "json", "core", "url", "validation", "logging", "html", "html_parser", "http", "server",
            "websocket", "ws");

    private final Map<String, List<Builtin>> byName = new HashMap<>();
    private final List<Builtin> all;
    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final Map<String, SourceFile> modules = new LinkedHashMap<>();

    public Library() {
        List<Builtin> found = new ArrayList<>();
        for (Class<?> topic : TOPICS) {
            for (Method method : topic.getDeclaredMethods()) {
                NostosFunction function = method.getAnnotation(NostosFunction.class);
                if (function != null) addTo(found, method, function);
            }
        }
        // Reflection promises no order; the first implementation of a name carries its documentation.
        found.sort(Comparator.comparing(Builtin::name).thenComparing(Builtin::signature)
                .thenComparing(b -> b.on() == null ? "" : b.on()));
        for (Builtin builtin : found) byName.computeIfAbsent(builtin.name(), _ -> new ArrayList<>(1)).add(builtin);
        all = List.copyOf(found);
        for (String module : MODULES) modules.put("stdlib." + module, source(module));
    }

    private void addTo(List<Builtin> found, Method method, NostosFunction function) {
        for (String name : function.name()) {
            for (String type : function.type()) {
                String on = function.on().isEmpty() ? null : function.on();
                found.add(new Builtin(name, type, on, function.suspends(), method, documentation(function)));
            }
        }
        if (function.example().length > 0) {
            examples.computeIfAbsent(function.name()[0], _ -> new ArrayList<>()).addAll(Arrays.asList(function.example()));
        }
    }

    private static String documentation(NostosFunction function) {
        var text = new StringBuilder(function.doc());
        for (String example : function.example()) text.append("\n\n    ").append(example);
        if (!function.doc().isEmpty()) text.append("\n\n").append(function.complexity());
        return text.toString();
    }

    private static SourceFile source(String module) {
        String resource = "stdlib/" + module + ".nos";
        try (InputStream in = Library.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing resource " + resource);
            return new SourceFile("stdlib/" + module + ".nos", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public List<Builtin> named(String name) { return byName.getOrDefault(name, List.of()); }

    @Override public List<Builtin> all() { return all; }

    @Override public Map<String, SourceFile> modules() { return Collections.unmodifiableMap(modules); }

    /** Examples in the documentation, by function: {@code expression => value} or {@code expression => throws value}. */
    public Map<String, List<String>> examples() { return Collections.unmodifiableMap(examples); }
}
