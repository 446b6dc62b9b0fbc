/** What the monitor knows: samples, order, filter and value trees. Plain Java, computed off the JavaFX thread. */
package dev.ithaca.monitor.model;
