/** The main window: all features put together. */
package dev.ithaca.ide.window;
