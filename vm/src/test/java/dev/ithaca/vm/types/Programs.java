package dev.ithaca.vm.types;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks program texts against the real library. */
final class Programs {
    private static final ProgramChecker CHECKER = new ProgramChecker(new Library());

    private Programs() {}

    static CheckedProgram check(String text) { return check(Map.of("", text)); }

    /** @param modules text by module path */
    static CheckedProgram check(Map<String, String> modules) {
        List<Checker.Unit> units = new ArrayList<>();
        modules.forEach((path, text) -> {
            ParseResult parsed = Parser.parse(new SourceFile(path.isEmpty() ? "test.nos" : path + ".nos", text));
            if (parsed.hasErrors()) throw new IllegalArgumentException(parsed.diagnostics().toString());
            units.add(new Checker.Unit(path, parsed.module()));
        });
        return CHECKER.check(units);
    }

    static List<String> errors(String text) {
        return check(text).diagnostics().stream().filter(Diagnostic::isError).map(Diagnostic::message).toList();
    }

    static List<String> warnings(String text) {
        return check(text).diagnostics().stream().filter(d -> !d.isError()).map(Diagnostic::message).toList();
    }

    /** Result type of the elaborated entry function. */
    static String typeOfMain(String text) {
        return new TypePrinter().print(check(text).entry("main").orElseThrow().resultType());
    }
}
