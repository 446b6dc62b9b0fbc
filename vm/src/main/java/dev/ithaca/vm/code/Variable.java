package dev.ithaca.vm.code;

import dev.ithaca.vm.types.Type;

/** Where a local lives. type: how the value is represented; in a cell it is boxed. */
record Variable(Register register, boolean inCell, Type type) {}
