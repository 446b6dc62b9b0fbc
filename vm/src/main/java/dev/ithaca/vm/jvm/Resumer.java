package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.Frame;
import dev.ithaca.vm.runtime.Process;

/** Code that continues frames of one function at some of its sites. Public for generated classes only. */
public interface Resumer {
    void resume(Process process, Frame frame);
}
