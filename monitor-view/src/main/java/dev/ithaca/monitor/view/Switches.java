package dev.ithaca.monitor.view;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.util.Duration;

/**
 * What is set of the monitor as a whole, by buttons and keys alike.
 *
 * @param interval time between two looks at all processes
 */
public record Switches(BooleanProperty paused, BooleanProperty overviewShown, ObjectProperty<Duration> interval) {}
