package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.CatchFilter;
import dev.ithaca.vm.runtime.ReceiveArm.Match;
import dev.ithaca.vm.types.Core;
import java.util.List;

/** The arms of a {@code catch}. Public for generated classes only. */
public record CompiledCatch(List<Core.Arm> arms) implements CatchFilter {
    @Override public boolean surelyTakes(Object value) {
        for (Core.Arm arm : arms) {
            if (arm.guard() == null && PatternProbe.match(arm.patterns().getFirst(), value) == Match.YES) return true;
        }
        return false;
    }
}
