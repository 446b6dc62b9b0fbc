package dev.ithaca.vm.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The live processes by pid. Pids are handed out in order and never reused, so a directory of chunks serves: look-up takes
 * three loads and no lock, iteration goes in pid order, and chunks without live processes are dropped.
 */
final class ProcessRegistry {
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK_SIZE = 1 << CHUNK_BITS;

    private static final class Chunk extends AtomicReferenceArray<Process> {
        private static final long serialVersionUID = 1L;
        /** Slots that may still come to life or are alive. */
        private final AtomicInteger left = new AtomicInteger(CHUNK_SIZE);

        Chunk() { super(CHUNK_SIZE); }
    }

    private final ReentrantLock growth = new ReentrantLock();
    private volatile AtomicReferenceArray<Chunk> directory = new AtomicReferenceArray<>(64);

    /** A pid is added once, but see {@link #revive}; pid 0 does not exist. */
    void add(Process p) {
        Chunk chunk = chunkOf(p.pid);
        if (chunk == null) chunk = makeChunk((int) (p.pid >>> CHUNK_BITS));
        chunk.set((int) p.pid & CHUNK_SIZE - 1, p);
    }

    Process find(long pid) {
        if (pid <= 0) return null;
        Chunk chunk = chunkOf(pid);
        return chunk == null ? null : chunk.get((int) pid & CHUNK_SIZE - 1);
    }

    /** @return false if it was not there any more */
    boolean remove(Process p) {
        Chunk chunk = chunkOf(p.pid);
        if (chunk == null || chunk.getAndSet((int) p.pid & CHUNK_SIZE - 1, null) == null) return false;
        // Pid 0 of the first chunk never lives, so that chunk stays; every other is dropped with its last process.
        if (chunk.left.decrementAndGet() == 0) drop((int) (p.pid >>> CHUNK_BITS), chunk);
        return true;
    }

    /** A pid that was removed comes to life again. */
    void revive(Process p) {
        int index = (int) (p.pid >>> CHUNK_BITS);
        growth.lock();
        try {
            Chunk chunk = directory.get(index);
            if (chunk == null) {
                chunk = new Chunk();
                chunk.left.set(0);
                directory.set(index, chunk);
            }
            chunk.left.incrementAndGet();
            chunk.set((int) p.pid & CHUNK_SIZE - 1, p);
        } finally {
            growth.unlock();
        }
    }

    /** In pid order; processes that come and go meanwhile may be missed. */
    void forEach(Consumer<Process> action) {
        AtomicReferenceArray<Chunk> chunks = directory;
        for (int c = 0; c < chunks.length(); c++) {
            Chunk chunk = chunks.get(c);
            if (chunk == null) continue;
            for (int i = 0; i < CHUNK_SIZE; i++) {
                Process p = chunk.get(i);
                if (p != null) action.accept(p);
            }
        }
    }

    private Chunk chunkOf(long pid) {
        AtomicReferenceArray<Chunk> chunks = directory;
        long index = pid >>> CHUNK_BITS;
        return index < chunks.length() ? chunks.get((int) index) : null;
    }

    private Chunk makeChunk(int index) {
        growth.lock();
        try {
            if (index >= directory.length()) {
                var larger = new AtomicReferenceArray<Chunk>(Math.max(index + 1, directory.length() * 2));
                for (int i = 0; i < directory.length(); i++) larger.set(i, directory.get(i));
                directory = larger;
            }
            Chunk chunk = directory.get(index);
            if (chunk == null) {
                chunk = new Chunk();
                directory.set(index, chunk);
            }
            return chunk;
        } finally {
            growth.unlock();
        }
    }

    private void drop(int index, Chunk chunk) {
        growth.lock();
        try {
            // one of its pids may have come back meanwhile
            if (chunk.left.get() == 0) directory.compareAndSet(index, chunk, null);
        } finally {
            growth.unlock();
        }
    }
}
