/** Running the tests that programs carry. */
package dev.ithaca.ide.tests;
