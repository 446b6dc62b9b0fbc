/** State of the monitor and what can be done with it; lives on the JavaFX thread, computes elsewhere. */
package dev.ithaca.monitor.viewmodel;
