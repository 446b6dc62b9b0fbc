package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;

/** Where something stands in the program. */
record Place(SourceFile file, Span span) {}
