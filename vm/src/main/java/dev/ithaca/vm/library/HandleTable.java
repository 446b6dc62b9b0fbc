package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Open resources under the numbers programs know them by; usable from every process of a machine. */
final class HandleTable<T> {
    private final Map<Long, T> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final String errorKind;

    /** @param errorKind of the error raised for a number that is not open */
    HandleTable(String errorKind) { this.errorKind = errorKind; }

    long add(T resource) {
        long handle = last.incrementAndGet();
        open.put(handle, resource);
        return handle;
    }

    /** Adds a resource that knows its own number. */
    T add(LongFunction<T> make) {
        long handle = last.incrementAndGet();
        T resource = make.apply(handle);
        open.put(handle, resource);
        return resource;
    }

    T getOrNull(long handle) { return open.get(handle); }

    T removeOrNull(long handle) { return open.remove(handle); }

    boolean exists(Predicate<T> condition) { return open.values().stream().anyMatch(condition); }

    T get(long handle) {
        T resource = open.get(handle);
        if (resource == null) throw new NostosException(errorKind, "Invalid handle");
        return resource;
    }

    T remove(long handle) {
        T resource = open.remove(handle);
        if (resource == null) throw new NostosException(errorKind, "Invalid handle");
        return resource;
    }
}
