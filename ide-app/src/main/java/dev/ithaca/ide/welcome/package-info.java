/** What is shown while nothing is open. */
package dev.ithaca.ide.welcome;
