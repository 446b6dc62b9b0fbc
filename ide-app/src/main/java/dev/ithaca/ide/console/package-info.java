/** Output and input of the running program. */
package dev.ithaca.ide.console;
