/** The process monitor as one control, {@link dev.ithaca.monitor.ProcessMonitor}. */
package dev.ithaca.monitor;
