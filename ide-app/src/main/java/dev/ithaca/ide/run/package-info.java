/** Running programs: control, figures, status line. */
package dev.ithaca.ide.run;
