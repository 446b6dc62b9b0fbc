package dev.ithaca.vm.service;

/**
 * A remark to be shown inside a line, such as the type of a binding that does not say it.
 *
 * @param offset in the text, before which it stands
 */
public record InlayHint(int offset, String text) {}
