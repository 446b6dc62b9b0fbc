/** The source editor: colours, underlines, gutter, keys, search. */
package dev.ithaca.ide.editor;
