/** Split panes whose parts fold. */
package dev.ithaca.ide.layout;
