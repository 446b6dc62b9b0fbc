package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which functions call one another in tail position, round and round, like the states of a machine. They become one
 * loop: as calls they would pile up frames on the JVM stack, which are unwound now and then, at ten times the cost. A
 * function that can be got to in two ways is lowered twice rather than jumped to from both, so that all loops are reducible.
 */
final class TailCycles {
    /** Most nodes of all typed trees that become one function: HotSpot's limit for a method is far away then. */
    private static final int MOST_NODES = 400;
    /** Most functions looked at in search of a way back. */
    private static final int MOST_FUNCTIONS = 12;

    private final Core.Function root;
    private final FunctionInstance rootInstance;
    private final Map<FunctionInstance, Set<FunctionInstance>> tailCalls = new HashMap<>();
    private int nodes;

    TailCycles(Core.Function root) {
        this.root = root;
        rootInstance = root.instance();
        nodes = size(root.body());
    }

    /** Whether a function is to become part of the code because it may lead back to one that already is; counts its size if so. */
    boolean takesOver(FunctionInstance called, Activation from) {
        if (!fits(called) || !leadsBack(called, from)) return false;
        int size = size(called.body().body());
        if (nodes + size > MOST_NODES) return false;
        nodes += size;
        return true;
    }

    /** Places, names and results of both mean the same. */
    private boolean fits(FunctionInstance called) {
        return called.module().equals(rootInstance.module()) && Representation.same(called.resultType(), rootInstance.resultType())
                && called.body().file() == root.file();
    }

    private boolean leadsBack(FunctionInstance called, Activation from) {
        Set<FunctionInstance> seen = new HashSet<>();
        Deque<FunctionInstance> work = new ArrayDeque<>();
        seen.add(called);
        work.add(called);
        while (!work.isEmpty()) {
            for (FunctionInstance next : tailCalls.computeIfAbsent(work.remove(), f -> tailCalls(f.body().body()))) {
                if (from.of(next) != null) return true;
                if (seen.size() < MOST_FUNCTIONS && fits(next) && seen.add(next)) work.add(next);
            }
        }
        return false;
    }

    private static Set<FunctionInstance> tailCalls(Core body) {
        Set<FunctionInstance> found = new LinkedHashSet<>();
        collect(body, found);
        return found;
    }

    private static void collect(Core e, Set<FunctionInstance> found) {
        switch (e) {
            case Core.Call c -> found.add(c.function());
            case Core.Block b when !b.body().isEmpty() -> collect(b.body().getLast(), found);
            case Core.If i -> {
                collect(i.then(), found);
                collect(i.otherwise(), found);
            }
            case Core.Match m -> {
                for (Core.Arm arm : m.arms()) collect(arm.body(), found);
                collect(m.otherwise(), found);
            }
            case Core.Receive r -> {
                for (Core.Arm arm : r.arms()) collect(arm.body(), found);
                if (r.onTimeout() != null) collect(r.onTimeout(), found);
            }
            case Core.Return r when r.value() != null -> collect(r.value(), found);
            default -> { }
        }
    }

    private static int size(Core e) {
        int[] sum = {1};
        CoreTree.forEachChild(e, child -> sum[0] += size(child));
        return sum[0];
    }
}
