/** Light and dark, fonts and zoom. */
package dev.ithaca.ide.theme;
