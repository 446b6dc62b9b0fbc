/** The process monitor docked in the window, and processes shown beside source lines. */
package dev.ithaca.ide.monitor;
