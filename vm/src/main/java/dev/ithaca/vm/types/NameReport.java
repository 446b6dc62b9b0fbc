package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Diagnostic.Phase;
import java.util.List;

/** The wording of errors about names, modules, traits and bindings; codes are the rows of chapter 2, section 15.5. */
final class NameReport {
    private final Findings findings;

    NameReport(Findings findings) { this.findings = findings; }

    private void error(String code, Place place, String message, String help) { error(code, place, message, help, List.of()); }

    private void error(String code, Place place, String message, String help, List<String> remedies) {
        Diagnostic d = Diagnostic.error(Phase.COMPILE, code, place.file(), place.span(), message).withRemedies(remedies);
        findings.add(help == null ? d : d.withHelp(help));
    }

    /** @param library similar names of the library, which do not change the message */
    void unknownVariable(Place place, String name, List<String> similar, List<String> library) {
        if (!similar.isEmpty()) {
            error("N2", place, "cannot find value `" + name + "` in this scope", Suggestions.didYouMean(similar), similar);
        } else {
            error("N1", place, "unknown variable `" + name + "`",
                    library.isEmpty() ? "did you mean to define `" + name + "` first?" : Suggestions.didYouMean(library), library);
        }
    }

    void unknownFunction(Place place, String name, List<String> similar) {
        if (name.startsWith("Pg.") || name.startsWith("Selenium.")) {
            notAvailable(place, "`" + name + "`", name.startsWith("Pg.") ? POSTGRES : "browser driver");
            return;
        }
        error("N3", place, "unknown function `" + name + "`", similar.isEmpty()
                ? "make sure the function is defined before it's called" : Suggestions.didYouMean(similar), similar);
    }

    /** @param importable where a type of this name is */
    void typeToImport(Place place, String name, String importable) {
        error("N4", place, "unknown type `" + name + "`", "did you mean `use " + importable + "`?");
    }

    void unknownType(Place place, String name, List<String> similar) {
        error("N4", place, "unknown type `" + name + "`", similarType(similar), similar);
    }

    private static String similarType(List<String> similar) {
        return similar.isEmpty() ? "types must be defined with 'type Name = ...'" : Suggestions.didYouMean(similar);
    }

    /** A program that works may have one, if nothing ever asks for the type. */
    void ineffectiveType(Place place, String name, List<String> similar) {
        findings.add(Diagnostic.warning(Phase.COMPILE, "N4", place.file(), place.span(), "unknown type `" + name + "`")
                .withHelp(similarType(similar)).withRemedies(similar));
    }

    void unknownTrait(Place place, String name) {
        error("N5", place, "unknown trait `" + name + "`", "traits must be defined with 'trait Name ... end'");
    }

    void privateFunction(Place place, String name, String module) {
        error("N6", place, "cannot access private function `" + name + "` from outside module `" + shown(module) + "`",
                "consider making `" + name + "` public with 'pub' keyword");
    }

    void privateType(Place place, String name, String module) {
        error("N7", place, "type `" + name + "` is private in module `" + shown(module) + "`",
                "Consider using `pub type " + name + "` in module `" + shown(module) + "` to make it public");
    }

    void cyclicAlias(Place place, String name) {
        error("N16", place, "type alias `" + name + "` is defined by itself",
                "a type that contains itself needs a constructor: type " + name + " = " + name + "(...)");
    }

    /** A type used like a constructor that has none of its own name. */
    void notAConstructor(Place place, TypeSymbol type) {
        List<String> constructors = type.constructors().stream().map(c -> "`" + c.name() + "`").toList();
        error("N15", place, "type `" + type.name() + "` has no constructor of its own name", constructors.isEmpty()
                ? "`" + type.name() + "` only names a type: write a value of it directly"
                : "values of `" + type.name() + "` are made with " + String.join(", ", constructors));
    }

    void notImported(Place place, String module, String name) {
        String use = "use " + module + ".{" + name + "}";
        error("N8", place, "module `" + module + "` is not imported; add `use " + module + ".*` or `" + use + "` to use `" + name + "`", null, List.of(use));
    }

    void unknownModule(Place place, String module) {
        if (module.equals("stdlib.db") || module.equals("stdlib.pool")) notAvailable(place, "module `" + module + "`", POSTGRES);
        else error("N9", place, "module `" + module + "` not found", null);
    }

    private static final String POSTGRES = "PostgreSQL client";

    /** The name is kept for a part of the library that is yet to come. */
    private void notAvailable(Place place, String what, String part) {
        error("N15", place, what + " is not available: this version has no " + part, "the name is reserved for a later version");
    }

    void notInModule(Place place, String name, String module) {
        error("N9", place, "`" + name + "` is not defined in module `" + module + "`", null);
    }

    void privateImport(Place place, String name, String module) {
        error("N9", place, "`" + name + "` is private in module `" + module + "`", null);
    }

    void importConflict(Place place, String name, String first, String second) {
        error("N10", place, "import conflict: `" + name + "` is imported from both `" + first + "` and `" + second + "`",
                "use qualified name `" + second + "." + name + "` or selective import to resolve the conflict");
    }

    void shadowsBuiltin(Place place, String what, String name, String doc) {
        String text = what + " '" + name + "' shadows built-in function '" + name
                + "'. Built-in functions take precedence, so your function would never be called.";
        if (doc != null && !doc.isEmpty()) text += "\nBuilt-in '" + name + "': " + doc.lines().findFirst().orElse("");
        error("N11", place, text + "\nConsider renaming your function to avoid this conflict.", SHADOW_HELP);
    }

    void shadowsLibrary(Place place, String name, String qualified) {
        error("N11", place, "Function '" + name + "' shadows standard library function '" + qualified
                + "'.\nConsider renaming your function to avoid this conflict.", SHADOW_HELP);
    }

    private static final String SHADOW_HELP = "choose a different name that doesn't conflict with built-in functions";

    void constructorConflict(Place place, String constructor, String type) {
        error("N12", place, "Constructor '" + constructor + "' conflicts with stdlib type '" + type
                + "'. Use a different constructor name to avoid ambiguity.", null);
    }

    void missingMethod(Place place, String type, String method, String trait) {
        error("TR1", place, "type `" + type + "` does not implement method `" + method + "` required by trait `" + trait + "`",
                "add the method: `" + method + "(self) = ...`");
    }

    void notInTrait(Place place, String method, String trait, List<String> similar) {
        Diagnostic found = Diagnostic.warning(Phase.COMPILE, "TR4", place.file(), place.span(),
                "trait `" + trait + "` has no method `" + method + "`, so nothing calls this one");
        findings.add(similar.isEmpty() ? found : found.withHelp(Suggestions.didYouMean(similar)).withRemedies(similar));
    }

    void methodParameterCount(Place place, String method, String type, String trait, int expected, int found) {
        error("TR2", place, "trait method `" + method + "` signature mismatch in `" + type + ": " + trait + "`: expected "
                + expected + " parameter(s), found " + found, "the method signature must match the trait definition");
    }

    void methodParameterType(Place place, String method, String type, String trait, String param, String found, String expected) {
        error("TR2", place, "trait method `" + method + "` signature mismatch in `" + type + ": " + trait + "`: parameter `"
                + param + "` has type `" + found + "`, but trait expects `" + expected + "`",
                "the method signature must match the trait definition");
    }

    void missingSupertrait(Place place, String type, String supertrait, String trait) {
        error("TR3", place, "type `" + type + "` must implement supertrait `" + supertrait + "` before implementing `" + trait
                + "`", "add `impl " + supertrait + " for " + type + "` before implementing `" + trait + "`");
    }

    void definedTwice(Place place, String kind, String name, String which) {
        findings.add(Diagnostic.warning(Phase.COMPILE, "N18", place.file(), place.span(),
                kind + " `" + name + "` is defined twice: " + which));
    }

    void withoutEffect(Place place) {
        findings.add(Diagnostic.warning(Phase.COMPILE, "N19", place.file(), place.span(), "this definition has no effect: outside functions only a name can be bound")
                .withHelp("`name = value` binds a name, `name(a, b) = body` is a function; names begin with a small letter"));
    }

    void unknownArgument(Place place, String name, List<String> valid) {
        error("C1", place, "unknown named argument '" + name + "'; valid parameter names are: "
                + (valid.isEmpty() ? "(none)" : String.join(", ", valid)), null);
    }

    void duplicateArgument(Place place, String name) { error("C2", place, "duplicate named argument '" + name + "'", null); }

    void reassigned(Place place, String name) {
        error("B1", place, "cannot reassign immutable variable '" + name + "'; use 'var' to declare a mutable variable",
                "ensure all expressions have compatible types");
    }

    /** {@code break} or {@code continue} without a loop around it. */
    void outsideLoop(Place place, String keyword) {
        findings.add(Diagnostic.error(Phase.COMPILE, "B2", place.file(), place.span(),
                keyword + " outside of loop is not yet implemented").withNotes("this feature is planned for a future version"));
    }

    void constantNotLiteral(Place place, String found) {
        error("B3", place, "const value must be a literal (Int, Float, String, Bool, Char), got: " + found
                + " is not yet implemented", "use a module binding `name = expression` for computed values");
    }

    void invalidPattern(Place place, String context) { error("B4", place, "invalid pattern in " + context, null); }

    void guardedWrite(Place place, String function, String mvar) {
        error("M1", place, "function `" + function + "` reads mvar `" + mvar + "` and later writes it with a different value - "
                + "this pattern can cause deadlock. Use `" + mvar + " = " + mvar + " + 1` (self-updating) instead of `x = " + mvar
                + "; " + mvar + " = x + 1` (read-then-write).", null);
    }

    void nestedWrite(Place place, String mvar) {
        error("M2", place, "nested write to mvar `" + mvar + "` would cause deadlock - cannot write to the same mvar being assigned",
                null);
    }

    void blockingWhileLocked(Place place, String function, String mvar, String callee) {
        error("M3", place, "mvar safety violation: function `" + function + "` holds lock on mvar `" + mvar + "` and calls `"
                + callee + "` which blocks (receive) - this could cause deadlock", null);
    }

    void other(String code, Place place, String message, String help) { error(code, place, message, help); }

    private static String shown(String module) { return module.isEmpty() ? "<root>" : module; }
}
