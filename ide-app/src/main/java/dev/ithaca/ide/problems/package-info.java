/** The list of what is wrong. */
package dev.ithaca.ide.problems;
