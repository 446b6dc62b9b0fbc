/** What a running program shows beside its output: values it inspects, and panels it makes. */
package dev.ithaca.ide.panels;
