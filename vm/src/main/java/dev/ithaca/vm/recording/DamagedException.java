package dev.ithaca.vm.recording;

import java.io.IOException;

/** The content of a part makes no sense. */
final class DamagedException extends IOException {
    DamagedException(String what) { super(what); }
}
