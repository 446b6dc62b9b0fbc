package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ArmMatch;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import java.util.List;

/** Why a process waits, in one sentence. */
public final class WaitReason {
    private static final int MOST_CLAUSES = 4;

    private WaitReason() {}

    /** Empty for a process that does not wait in a receive. */
    public static String of(ProcessSnapshot snapshot) {
        List<String> clauses = snapshot.waitsFor();
        if (snapshot.info().status() != ProcessStatus.WAITING || clauses.isEmpty()) return "";
        String wanted = String.join("  or  ", clauses.subList(0, Math.min(MOST_CLAUSES, clauses.size())))
                + (clauses.size() > MOST_CLAUSES ? "  or …" : "");
        long stuck = snapshot.mailbox().stream().filter(m -> m.match().kind() == ArmMatch.Kind.NONE).count();
        return "waits for  " + wanted + (stuck == 0 ? "" : "; " + Format.count(stuck)
                + (stuck == 1 ? " message here fits none" : " messages here fit none"));
    }
}
