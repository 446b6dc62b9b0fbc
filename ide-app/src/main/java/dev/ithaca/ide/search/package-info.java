/** Searching and replacing in texts, and in all files of a project. */
package dev.ithaca.ide.search;
