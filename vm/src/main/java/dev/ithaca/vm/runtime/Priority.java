package dev.ithaca.vm.runtime;

/** How soon a runnable process gets a worker. None starves: every so many dispatches the lower ones go first. */
public enum Priority { LOW, NORMAL, HIGH }
