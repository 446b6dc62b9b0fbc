package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.RenderRecording;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.Tuple;

/** What rendering of reactive pages records (chapter 3, sections 19 and 20); used by {@code rhtml.nos}. */
public final class RenderLibrary {
    private RenderLibrary() {}

    @NostosFunction(name = "RenderStack.push", type = "String -> ()", doc = "Has reads belong to a component until RenderStack.pop().",
            example = "RenderStack.push(\"c\") => ()")
    public static void push(Process p, String component) { p.reactive().push(component); }

    @NostosFunction(name = "RenderStack.pop", type = "() -> ()", doc = "Ends the component that was pushed last.", example = "RenderStack.pop() => ()")
    public static void pop(Process p) { p.reactive().pop(); }

    @NostosFunction(name = "RenderStack.current", type = "() -> String", doc = "The component reads belong to, empty if there is none.",
            example = "RenderStack.current() => \"\"")
    public static String current(Process p) { return p.reactive().current(); }

    @NostosFunction(name = "RenderContext.start", type = "() -> ()", doc = "Begins to record what is rendered; within a recording, a part of it.",
            example = "RenderContext.start() => ()")
    public static void start(Process p) { recording(p).enter(); }

    @NostosFunction(name = "RenderContext.finish",
            type = "() -> (Map[Int, List[String]], List[ComponentTree], Map[String, a], List[Int])",
            doc = "Ends a recording: the components that read each value, the components as trees, their renderers, and the values changed.",
            example = "RenderContext.finish() => (%{}, [], %{}, [])")
    public static Tuple finish(Process p) {
        Tuple found = found(recording(p));
        recording(p).leave();
        return found;
    }

    @NostosFunction(name = "RenderContext._leave", type = "() -> ()", doc = "Ends a recording without asking for what it found.")
    public static void leave(Process p) { recording(p).leave(); }

    @NostosFunction(name = "RenderContext._found", type = "() -> (Map[Int, List[String]], List[ComponentTree], Map[String, a], List[Int])",
            doc = "What is recorded so far.")
    public static Tuple found(Process p) { return found(recording(p)); }

    @NostosFunction(name = "RenderContext._open", type = "String, a -> ()", doc = "A component with its renderer begins.")
    public static void open(Process p, String name, Object renderer) { recording(p).openComponent(name, renderer); }

    @NostosFunction(name = "RenderContext._close", type = "() -> List[ComponentTree]", doc = "The trees within the component that ends.")
    public static ListValue close(Process p) { return recording(p).closeComponent(); }

    @NostosFunction(name = "RenderContext._add", type = "ComponentTree -> ()", doc = "Adds the tree of a component that ended.")
    public static void add(Process p, Object tree) { recording(p).addTree(tree); }

    @NostosFunction(name = "RenderContext._keep", type = "String, a -> ()", doc = "Keeps a value for the whole program.")
    public static void keep(Process p, String name, Object value) { SharedValues.of(p).put(name, value); }

    @NostosFunction(name = "RenderContext._kept", type = "String -> List[a]", doc = "The value kept under a name, if there is one.")
    public static ListValue kept(Process p, String name) {
        Object value = SharedValues.of(p).get(name);
        return value == null ? ListValue.EMPTY : ListValue.of(value);
    }

    @NostosFunction(name = "RenderContext._newSession", type = "() -> String", doc = "An identifier no session has had.")
    public static String newSession(Process p) { return PageSessions.of(p).newId(); }

    @NostosFunction(name = "RenderContext._putSession", type = "String, a -> ()", doc = "Keeps the page of a session.")
    public static void putSession(Process p, String id, Object page) { PageSessions.of(p).put(p, id, page); }

    @NostosFunction(name = "RenderContext._getSession", type = "String -> List[a]", doc = "The page of a session, if there is one.")
    public static ListValue getSession(Process p, String id) {
        Object page = PageSessions.of(p).get(p, id);
        return page == null ? ListValue.EMPTY : ListValue.of(page);
    }

    @NostosFunction(name = "RenderContext._hasSession", type = "String -> Bool", doc = "Whether there is a session.")
    public static boolean hasSession(Process p, String id) { return PageSessions.of(p).has(id); }

    @NostosFunction(name = "RenderContext._removeSession", type = "String -> ()", doc = "Forgets a session.")
    public static void removeSession(Process p, String id) { PageSessions.of(p).remove(id); }

    @NostosFunction(name = "RenderContext._sessions", type = "() -> List[String]", complexity = "O(n)", doc = "The sessions, oldest first.")
    public static ListValue sessions(Process p) { return ListValue.of(PageSessions.of(p).ids()); }

    private static RenderRecording recording(Process p) { return p.reactive().recording(); }

    private static Tuple found(RenderRecording r) {
        if (!r.isActive()) return new Tuple(MapValue.EMPTY, ListValue.EMPTY, MapValue.EMPTY, ListValue.EMPTY);
        return new Tuple(r.dependents(), r.trees(), r.renderers(), r.changedValues());
    }
}
