package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/** One inferred clause of a function: a pattern per parameter, a guard or null, the body. */
record ClauseDraft(List<Patterns.Draft> patterns, Typed guard, Typed body, Span span) {

    Core.Arm emit(Emitter out, List<Local> params) {
        List<CorePattern> emitted = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) emitted.add(patterns.get(i).emit(out, params.get(i).type()));
        return new Core.Arm(emitted, guard == null ? null : guard.emit().emit(out), body.emit().emit(out), span);
    }

    static List<Core> subjects(List<Local> params, Span span) {
        return params.stream().<Core>map(p -> new Core.LocalGet(p, p.type(), span)).toList();
    }
}
