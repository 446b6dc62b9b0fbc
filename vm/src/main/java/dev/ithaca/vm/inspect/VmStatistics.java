package dev.ithaca.vm.inspect;

/**
 * The machine as a whole at one moment.
 *
 * @param reductions total since start, over all processes, dead ones included
 * @param messages messages sent since start
 * @param collectionMillis time the JVM spent collecting garbage
 * @param queuedMillis time that processes have spent in run queues, all together and about
 * @param turns how often workers have taken a process up from there
 */
public record VmStatistics(int alive, long spawned, long exited, long reductions, long messages, int runQueue, int workers,
                           long heapUsedBytes, long heapMaxBytes, long uptimeMillis, long collectionMillis,
                           long queuedMillis, long turns) {}
