package dev.ithaca.vm.inspect;

import dev.ithaca.vm.runtime.FunctionDirectory;
import dev.ithaca.vm.runtime.Host;
import dev.ithaca.vm.runtime.Machine;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.runtime.value.Copies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Hands what a program shows to a display, and what is typed there to the program: each key to a process of its own. */
public final class DisplayHost implements Host, PanelKeys {
    private final ProgramDisplay display;
    private final FunctionDirectory functions;
    private final AtomicLong lastPanel = new AtomicLong();
    private final Map<Long, PanelView> panels = new ConcurrentHashMap<>();
    private final Map<Long, Handler> keyHandlers = new ConcurrentHashMap<>();
    private final Map<String, Handler> hotkeys = new ConcurrentHashMap<>();

    /** A function and the machine it runs on. */
    private record Handler(Machine machine, Closure function) {
        void call(String key) { machine.startAside(function.arity() == 0 ? function : new KeyCall(function, key)); }
    }

    /** The call of a handler with a key. */
    private static final class KeyCall extends Closure {
        private final Closure handler;
        private final String key;

        private KeyCall(Closure handler, String key) {
            this.handler = handler;
            this.key = key;
        }

        @Override public int arity() { return 0; }

        @Override public String name() { return handler.name(); }

        @Override public String signature() { return handler.signature(); }

        @Override public Object call(Process p) { return handler.call(p, key); }
    }

    /** @param functions those of the program, for its handlers */
    public DisplayHost(ProgramDisplay display, FunctionDirectory functions) {
        this.display = display;
        this.functions = functions;
    }

    @Override public void inspect(Process by, Object value, String label) {
        display.inspected(new InspectedValue(by.id(), label, RuntimeValueView.of(Copies.deep(value), null)));
    }

    @Override public long createPanel(String title) {
        long id = lastPanel.incrementAndGet();
        panels.put(id, new PanelView(id, title, "", false, false));
        change(id, UnaryOperator.identity());
        return id;
    }

    @Override public void setContent(long panel, String text) {
        change(panel, old -> old.withContent(text));
    }

    @Override public void show(long panel, boolean shown) {
        change(panel, old -> old.withShown(shown));
    }

    /** The display is told within the change, so that it hears of changes in their order. */
    private void change(long id, UnaryOperator<PanelView> change) {
        PanelView now = panels.computeIfPresent(id, (key, panel) -> {
            PanelView changed = change.apply(panel);
            display.panelChanged(changed);
            return changed;
        });
        if (now == null) throw NostosException.panic("Unknown panel: " + id);
    }

    @Override public void onKey(Process by, long panel, String function) {
        Handler handler = new Handler(by.machine(), functions.find(function, 1).orElseThrow(() -> unknown(function)));
        change(panel, PanelView::takingKeys);
        keyHandlers.put(panel, handler);
    }

    @Override public void registerHotkey(Process by, String key, String function) {
        Closure handler = functions.find(function, 0).or(() -> functions.find(function, 1)).orElseThrow(() -> unknown(function));
        hotkeys.put(key, new Handler(by.machine(), handler));
        display.hotkeyRegistered(key);
    }

    private static NostosException unknown(String function) {
        return new NostosException("UnknownFunction", "unknown function '" + function + "'");
    }

    @Override public boolean mayCall() { return !keyHandlers.isEmpty() || !hotkeys.isEmpty(); }

    @Override public void press(long panel, String key) {
        Handler handler = keyHandlers.get(panel);
        if (handler != null) handler.call(key);
    }

    @Override public void pressHotkey(String key) {
        Handler handler = hotkeys.get(key);
        if (handler != null) handler.call(key);
    }
}
