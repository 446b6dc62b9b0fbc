/** The parts of the monitor on screen; they draw the view models and hand gestures back to them. */
package dev.ithaca.monitor.view;
