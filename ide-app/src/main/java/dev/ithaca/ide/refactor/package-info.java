/** Where a name is used, and giving it another one. */
package dev.ithaca.ide.refactor;
