/**
 * Templates, decorators and compile-time evaluation (chapter 4, section 7): rewrites the trees of a program until only
 * the plain language is left, before anything is checked.
 */
package dev.ithaca.vm.syntax.template;
