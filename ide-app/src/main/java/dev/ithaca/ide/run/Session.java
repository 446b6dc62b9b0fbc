package dev.ithaca.ide.run;

import dev.ithaca.ide.analysis.Assembly;
import dev.ithaca.ide.document.Document;
import dev.ithaca.vm.VirtualMachine;

/** One run of a program: its machine and the texts it was made of. */
public record Session(VirtualMachine machine, Assembly assembly, Document document) {}
