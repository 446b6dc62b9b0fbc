/** Commands as objects, and what offers them: menus, buttons, palette, list of keys. */
package dev.ithaca.ide.action;
