package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Core;
import java.util.ArrayList;
import java.util.List;

/** Lowers match expressions and the arms of receive: patterns left to right, then the guard, arms top to bottom. */
final class Patterns {
    private static final Runnable NOTHING = () -> { };
    private final FunctionLowering f;
    private final CodeBuilder code;

    Patterns(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void lower(Core.Match match, Target target) {
        List<Register> subjects = new ArrayList<>();
        for (Core subject : match.subjects()) subjects.add(f.stable(subject, subject.type()));
        Label end = code.label();
        PatternMatcher matcher = new PatternMatcher(f);
        for (Core.Arm arm : match.arms()) arm(matcher, arm, subjects, match, target, end, NOTHING);
        if (code.reachable()) f.part(match.otherwise(), match.type(), target);
        code.place(end);
    }

    /**
     * Tries the arms of a receive on a message; falls through if none takes it.
     *
     * @param take emitted once an arm is chosen, before its body
     */
    void receiveArms(Core.Receive receive, Register message, Target target, Label end, Runnable take) {
        PatternMatcher matcher = new PatternMatcher(f);
        for (Core.Arm arm : receive.arms()) arm(matcher, arm, List.of(message), receive, target, end, take);
    }

    private void arm(PatternMatcher matcher, Core.Arm arm, List<Register> subjects, Core whole, Target target, Label end,
                     Runnable chosen) {
        if (!code.reachable()) return;
        Label failed = code.label();
        int scope = code.openScope();
        for (int i = 0; i < subjects.size(); i++) matcher.match(arm.patterns().get(i), subjects.get(i), arm.span(), failed);
        if (arm.guard() != null) {
            Label ok = code.label();
            matcher.facts().goesTo(failed);
            f.branch(arm.guard(), ok, failed);
            code.place(ok);
        }
        chosen.run();
        f.part(arm.body(), whole.type(), target);
        code.closeScope(scope);
        code.jump(end);
        code.place(failed);
        matcher.facts().arriveAt(failed);
    }
}
