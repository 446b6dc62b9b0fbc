/** What several features are laid out with: split panes whose parts fold, lists of places. */
package dev.ithaca.ide.layout;
