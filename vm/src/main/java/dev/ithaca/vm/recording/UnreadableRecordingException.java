package dev.ithaca.vm.recording;

import java.io.IOException;

/** A file that cannot be shown; the message says in one sentence why, and at which byte if it is damaged. */
public final class UnreadableRecordingException extends IOException {
    UnreadableRecordingException(String message) { super(message); }

    UnreadableRecordingException(String message, Throwable cause) { super(message, cause); }
}
