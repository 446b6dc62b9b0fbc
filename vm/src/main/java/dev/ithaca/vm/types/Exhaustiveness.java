package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The check of {@code match} that reports errors: one level deep, guards ignored (chapter 2, section 10.2). */
final class Exhaustiveness {
    private final Body body;

    Exhaustiveness(Body body) { this.body = body; }

    /** True if an error was reported. */
    boolean check(List<Expr.Arm> arms, Type subject, Place place) {
        TypeSymbol type = Unifier.prune(subject) instanceof Type.Con c ? c.symbol() : null;
        Set<String> covered = new HashSet<>();
        for (Expr.Arm arm : arms) if (coversAll(arm.pattern(), type, covered)) return false;
        if (!(Unifier.prune(subject) instanceof Type.Con con)) return false;
        List<String> missing = new ArrayList<>();
        if (con.symbol() == BuiltinTypes.BOOL_SYMBOL) {
            for (String value : List.of("true", "false")) if (!covered.contains(value)) missing.add(value);
            if (!missing.isEmpty()) body.report().notExhaustive(place, missing, false, missing);
        } else if (con.symbol().kind() == TypeSymbol.Kind.VARIANT) {
            List<String> patterns = new ArrayList<>();
            boolean library = con.symbol().module().startsWith("stdlib.");
            for (ConstructorSymbol c : con.symbol().constructors()) {
                if (covered.contains(c.name())) continue;
                missing.add(library && c.arity() > 0 ? c.name() + "(_)" : c.name());
                patterns.add(c.arity() == 0 ? c.name() : c.name() + "(" + String.join(", ", Collections.nCopies(c.arity(), "_")) + ")");
            }
            if (!missing.isEmpty()) body.report().notExhaustive(place, missing, true, patterns);
        }
        return !missing.isEmpty();
    }

    private boolean coversAll(Pattern pattern, TypeSymbol type, Set<String> covered) {
        switch (pattern) {
            case Pattern.Wildcard _, Pattern.Variable _ -> {
                return true;
            }
            case Pattern.Or or -> {
                boolean all = false;
                for (Pattern p : or.alternatives()) all |= coversAll(p, type, covered);
                return all;
            }
            case Pattern.Constructor c -> {
                return covers(c.name().text(), type, covered);
            }
            case Pattern.NamedConstructor c -> {
                return covers(c.name().text(), type, covered);
            }
            case Pattern.Literal l when l.value() instanceof Expr.BoolLit b -> covered.add(String.valueOf(b.value()));
            default -> { }
        }
        return false;
    }

    /** Notes the constructor by its own name, where the pattern may use that of an import; nobody knows what an unknown one covers. */
    private boolean covers(String name, TypeSymbol type, Set<String> covered) {
        ConstructorSymbol symbol = type == null ? null : body.lookup().constructor(name, type);
        if (symbol == null && body.lookup().constructors(name).isEmpty()) return true;
        covered.add(symbol == null ? name : symbol.name());
        return false;
    }
}
