/** The Ithaca application: start, command line, and the services of a window wired together. */
package dev.ithaca.ide;
