/** Texts being edited, and their traffic with the disk. */
package dev.ithaca.ide.document;
