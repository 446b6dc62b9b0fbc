/** Pictures of the application without a display. */
package dev.ithaca.ide.tour;
