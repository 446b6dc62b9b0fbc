package dev.ithaca.vm.runtime;

import java.util.concurrent.Callable;

/** Runs blocking operations off the workers, each on a virtual thread, and wakes the process that asked. */
final class IoService {
    IoOperation start(Process process, Callable<?> task) {
        IoOperation operation = new IoOperation(process, task);
        operation.start();
        return operation;
    }
}
