/** Checking programs in the background, unsaved texts included. */
package dev.ithaca.ide.analysis;
