/** The open folder and the examples. */
package dev.ithaca.ide.project;
