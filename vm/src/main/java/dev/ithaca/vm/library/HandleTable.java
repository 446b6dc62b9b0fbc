package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Open resources under the numbers programs know them by; usable from every process of a machine. */
final class HandleTable<T extends AutoCloseable> {
    private final Map<Long, Entry<T>> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final String errorKind;

    /**
     * @param owner whose end closes the resource; null if nobody's does
     * @param release what happens then
     */
    private record Entry<T>(T resource, Process owner, AutoCloseable release) {}

    /** @param errorKind of the error raised for a number that is not open */
    HandleTable(String errorKind) { this.errorKind = errorKind; }

    /** Adds a resource that is closed and forgotten when a process ends, unless it was removed before. */
    long add(Process owner, T resource) {
        long handle = last.incrementAndGet();
        AutoCloseable release = () -> {
            try {
                resource.close();
            } finally {
                open.remove(handle);
            }
        };
        open.put(handle, new Entry<>(resource, owner, release));
        owner.own(release);
        return handle;
    }

    /** Adds a resource that knows its own number and belongs to nobody yet. */
    T add(LongFunction<T> make) {
        long handle = last.incrementAndGet();
        T resource = make.apply(handle);
        open.put(handle, new Entry<>(resource, null, null));
        return resource;
    }

    T getOrNull(long handle) {
        Entry<T> entry = open.get(handle);
        return entry == null ? null : entry.resource;
    }

    /** Whoever removes a resource has to close it. */
    T removeOrNull(long handle) {
        Entry<T> entry = open.remove(handle);
        if (entry == null) return null;
        if (entry.owner != null) entry.owner.disown(entry.release);
        return entry.resource;
    }

    boolean exists(Predicate<T> condition) { return open.values().stream().anyMatch(entry -> condition.test(entry.resource)); }

    T get(long handle) { return required(getOrNull(handle)); }

    T remove(long handle) { return required(removeOrNull(handle)); }

    private T required(T resource) {
        if (resource == null) throw new NostosException(errorKind, "Invalid handle");
        return resource;
    }
}
