package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.ReceiveArm;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.types.Core;
import java.util.ArrayList;
import java.util.List;

/** An arm of a receive with its pattern, kept for observers. */
record CompiledArm(String pattern, int line, Core.Arm arm) implements ReceiveArm {
    private static final int LENGTH = 80;

    static List<ReceiveArm> of(Core.Receive receive, SourceFile file) {
        List<ReceiveArm> arms = new ArrayList<>();
        for (Core.Arm arm : receive.arms()) {
            boolean known = file != null;
            arms.add(new CompiledArm(known ? text(arm, file) : "…", known ? file.line(arm.span().start()) : 0, arm));
        }
        return arms;
    }

    private static String text(Core.Arm arm, SourceFile file) {
        String whole = file.text().substring(arm.span().start(), Math.min(file.text().length(), arm.span().end()));
        int arrow = whole.indexOf("->");
        String head = (arrow < 0 ? whole : whole.substring(0, arrow)).strip().replaceAll("\\s+", " ");
        return head.length() <= LENGTH ? head : head.substring(0, LENGTH - 1) + "…";
    }

    @Override public Match match(Object message) {
        Match match = PatternProbe.match(arm.patterns().getFirst(), message);
        return match == Match.YES && arm.guard() != null ? Match.MAYBE : match;
    }
}
