/** Threads: the background ones, and the only door to JavaFX's. */
package dev.ithaca.ide.task;
