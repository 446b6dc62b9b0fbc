/** The definitions of a text. */
package dev.ithaca.ide.outline;
