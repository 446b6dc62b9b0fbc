package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Environment variables, current directory and command line (chapter 3, section 11.5). */
public final class EnvironmentLibrary {
    private EnvironmentLibrary() {}

    @NostosFunction(name = "Env._get", type = "String -> List[String]", doc = "The value of an environment variable, if it is set.")
    public static ListValue get(Process p, String name) {
        String value = Workspace.of(p).environment().get(name);
        return value == null ? ListValue.EMPTY : ListValue.of(value);
    }

    @NostosFunction(name = "Env.set", type = "String, String -> ()", doc = "Sets an environment variable of this program and those it starts.",
            example = "Env.set(\"ITHACA_EXAMPLE\", \"1\") => ()")
    public static void set(Process p, String name, String value) { Workspace.of(p).environment().put(name, value); }

    @NostosFunction(name = "Env.remove", type = "String -> ()", doc = "Removes an environment variable.", example = "Env.remove(\"ITHACA_EXAMPLE\") => ()")
    public static void remove(Process p, String name) { Workspace.of(p).environment().remove(name); }

    @NostosFunction(name = "Env.all", type = "() -> List[(String, String)]", complexity = "O(n)", doc = "All environment variables, by name.",
            example = "{ Env.set(\"ITHACA_ALL\", \"1\"); contains(Env.all(), (\"ITHACA_ALL\", \"1\")) } => true")
    public static ListValue all(Process p) {
        var pairs = new ListValue.Builder();
        Workspace.of(p).environment().forEach((name, value) -> pairs.add(new Tuple(name, value)));
        return pairs.build();
    }

    @NostosFunction(name = "Env.cwd", type = "() -> String", doc = "The current directory, as an absolute path.",
            example = "Path.isAbsolute(Env.cwd()) => true")
    public static String currentDirectory(Process p) { return Workspace.of(p).directory().toString(); }

    @NostosFunction(name = "Env._setCwd", type = "String -> String", doc = "Enters a directory; gives the problem, or an empty text.")
    public static String enterDirectory(Process p, String path) {
        Workspace workspace = Workspace.of(p);
        Path target = workspace.resolve(path).normalize();
        if (!Files.exists(target)) return "Failed to set cwd: No such file or directory (os error 2)";
        if (!Files.isDirectory(target)) return "Failed to set cwd: Not a directory (os error 20)";
        workspace.enter(target);
        return "";
    }

    @NostosFunction(name = "Env.args", type = "() -> List[String]", complexity = "O(n)",
            doc = "The whole command line: the interpreter, its options, the program, and the program's own arguments.",
            example = "Env.args().length() >= 1 => true")
    public static ListValue commandLine(Process p) { return ListValue.of(p.machine().commandLine().toArray()); }

    @NostosFunction(name = "Program.args", type = "() -> List[String]", complexity = "O(n)", doc = "What the command line says behind the program's name.",
            example = "length(Program.args()) >= 0 => true")
    public static ListValue arguments(Process p) { return ListValue.of(p.machine().arguments().toArray()); }

    @NostosFunction(name = "Env.platform", type = "() -> String", doc = "The operating system: linux, macos, windows or unknown.",
            example = "contains([\"linux\", \"macos\", \"windows\", \"unknown\"], Env.platform()) => true")
    public static String platform() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("linux") ? "linux" : name.contains("mac") ? "macos" : name.contains("windows") ? "windows" : "unknown";
    }

    @NostosFunction(name = "Env.isInteractive", type = "() -> Bool", doc = "Whether the variable NOSTOS_INTERACTIVE is set.",
            example = "Env.isInteractive() == optIsSome(Env.get(\"NOSTOS_INTERACTIVE\")) => true")
    public static boolean isInteractive(Process p) { return Workspace.of(p).environment().containsKey("NOSTOS_INTERACTIVE"); }
}
