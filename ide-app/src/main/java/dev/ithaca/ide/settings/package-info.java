/** What the user chose, in one JSON file. */
package dev.ithaca.ide.settings;
