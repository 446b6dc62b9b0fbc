/** The few questions asked in windows of their own. */
package dev.ithaca.ide.dialog;
