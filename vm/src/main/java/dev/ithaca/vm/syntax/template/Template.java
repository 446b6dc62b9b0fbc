package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.List;

/** A template definition; only parameters that are plain names count. */
record Template(Item.Function function, SourceFile file) {
    /** A parameter with the code that stands for a missing argument, or null. */
    record Param(String name, Expr defaultCode) {}

    String name() { return function.name().text(); }

    List<Param> params() {
        return function.params().stream().filter(p -> p.pattern() instanceof Pattern.Variable)
                .map(p -> new Param(((Pattern.Variable) p.pattern()).name(), p.defaultValue())).toList();
    }

    Span nameSpan() { return function.name().span(); }
}
