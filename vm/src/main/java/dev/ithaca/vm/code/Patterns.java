package dev.ithaca.vm.code;

import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;

/** Lowers match expressions and the arms of receive: patterns left to right, then the guard, arms top to bottom. */
final class Patterns {
    private record Subject(Register register, Type type) {}

    private static final Runnable NOTHING = () -> { };
    private final FunctionLowering f;
    private final CodeBuilder code;

    Patterns(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    void lower(Core.Match match, Target target) {
        List<Subject> subjects = new ArrayList<>();
        for (Core e : match.subjects()) subjects.add(new Subject(f.stable(e, e.type()), e.type()));
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
        List<Subject> subject = List.of(new Subject(message, BuiltinTypes.DYNAMIC));
        for (Core.Arm arm : receive.arms()) arm(matcher, arm, subject, receive, target, end, take);
    }

    private void arm(PatternMatcher matcher, Core.Arm arm, List<Subject> subjects, Core whole, Target target, Label end,
                     Runnable chosen) {
        if (!code.reachable()) return;
        Label failed = code.label();
        int scope = code.openScope();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            matcher.match(arm.patterns().get(i), subject.register(), subject.type(), arm.span(), failed);
        }
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
