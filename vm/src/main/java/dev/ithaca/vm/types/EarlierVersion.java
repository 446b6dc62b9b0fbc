package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which results of an earlier version of a program still hold. A result does if the text of its function is the
 * same, if nothing that can be seen from there changed its header, and if the functions it uses have the types they had;
 * those are brought up to date first, and may be found unchanged although their bodies changed.
 */
final class EarlierVersion {
    private final Version earlier;
    private final ProgramFunctions now;
    private final List<Checker.Unit> units;
    private final List<Header> headers;
    private final BitSet sameSurroundings = new BitSet();
    private final BitSet sameTrees = new BitSet();
    private final Set<FunctionResult.Group> inQuestion = new HashSet<>();
    private final boolean allHeadersSame;

    /** Brings functions up to date. */
    interface Resolver {
        void resolve(FunctionSymbol function);

        /** What was found out about a function in this version; null while it is being inferred. */
        FunctionResult result(Slot slot);
    }

    /** @param earlier null for none */
    EarlierVersion(Version earlier, List<Checker.Unit> units, List<Header> headers, List<ModuleScope> scopes, ProgramFunctions now) {
        this.earlier = earlier;
        this.units = units;
        this.headers = headers;
        this.now = now;
        allHeadersSame = earlier != null && earlier.headers().equals(headers);
        if (earlier == null) return;
        findSameSurroundings(scopes);
        findSameTrees();
    }

    /** Files are in changed surroundings if their own header changed or that of a file they import, directly or not. */
    private void findSameSurroundings(List<ModuleScope> scopes) {
        sameSurroundings.set(0, headers.size());
        for (int i = 0; i < headers.size(); i++) if (!headers.get(i).equals(earlier.headers().get(i))) sameSurroundings.clear(i);
        if (allHeadersSame) return;
        boolean spreading = true;
        while (spreading) {
            spreading = false;
            for (ModuleScope scope : scopes) {
                int unit = now.unitOf(scope);
                if (sameSurroundings.get(unit) && scope.used().stream().anyMatch(used -> !used.isLibrary() && !sameSurroundings.get(now.unitOf(used)))) {
                    sameSurroundings.clear(unit);
                    spreading = true;
                }
            }
        }
    }

    private void findSameTrees() {
        for (int i = 0; i < units.size(); i++) {
            Checker.Unit one = units.get(i);
            Checker.Unit other = earlier.units().get(i);
            if (one.expanded() ? one.tree().equals(other.tree()) : one.tree().file() == other.tree().file()) sameTrees.set(i);
        }
    }

    private boolean allTreesSame() { return sameTrees.cardinality() == units.size(); }

    /** The result of a function in the earlier version; null if it had none. */
    FunctionResult result(FunctionSymbol function) {
        if (earlier == null || !isComparable(function.slot())) return null;
        return earlier.result(function.slot());
    }

    /** Whether a place means the same function in both versions. */
    private boolean isComparable(Slot slot) {
        return slot.unit() == Slot.IMPLEMENTATIONS || headers.get(slot.unit()).equals(earlier.headers().get(slot.unit()));
    }

    /** The members of the function's group, with results that still hold; empty if they do not. */
    List<FunctionSymbol> revive(FunctionSymbol function, Resolver resolver) {
        FunctionResult old = result(function);
        if (old == null || !old.group().reusable() || inQuestion.contains(old.group())) return List.of();
        if (!old.group().holdsEnteredBy(function.slot())) return List.of();
        List<FunctionSymbol> members = new ArrayList<>();
        for (Slot slot : old.group().members()) {
            if (!isComparable(slot) || !isSame(slot)) return List.of();
            members.add(now.at(slot));
        }
        inQuestion.add(old.group());
        boolean holds = usesAreSame(old.group(), resolver);
        inQuestion.remove(old.group());
        return holds && members.stream().allMatch(m -> m.scheme() == null && m.inferring == null) ? members : List.of();
    }

    private boolean usesAreSame(FunctionResult.Group group, Resolver resolver) {
        for (FunctionResult.Use use : group.uses()) {
            if (!isComparable(use.function())) return false;
            resolver.resolve(now.at(use.function()));
            FunctionResult used = resolver.result(use.function());
            if (used == null || used.stamp() != use.stamp()) return false;
        }
        return true;
    }

    private boolean isSame(Slot slot) {
        FunctionSymbol function = now.at(slot);
        FunctionSymbol before = earlier.functions().at(slot);
        FunctionResult result = earlier.result(slot);
        if (before == null || result == null || !hasSameSurroundings(function)) return false;
        int unit = now.unitOf(function.module());
        if (unit < 0 || sameTrees.get(unit)) return result.findings().isEmpty() || allHeadersSame && (allTreesSame() || !result.suggestsMethods());
        // Findings have places, which may have moved with the text around them.
        return result.findings().isEmpty() && !units.get(unit).expanded() && hasSameText(function, before);
    }

    private boolean hasSameSurroundings(FunctionSymbol function) {
        return isUntouched(function.module()) && (function.method() == null || isUntouched(function.method().implementation().module()));
    }

    private boolean isUntouched(ModuleScope module) { return module.isLibrary() || sameSurroundings.get(now.unitOf(module)); }

    /** All clauses have moved by the same distance, if at all, and are written as before. */
    private static boolean hasSameText(FunctionSymbol now, FunctionSymbol before) {
        if (now.clauses().size() != before.clauses().size()) return false;
        int moved = start(now.first()) - start(before.first());
        for (int i = 0; i < now.clauses().size(); i++) {
            Item.Function one = now.clauses().get(i);
            Item.Function other = before.clauses().get(i);
            if (start(one) - start(other) != moved || !hasSameText(now.file(), one, before.file(), other)) return false;
        }
        return true;
    }

    private static boolean hasSameText(SourceFile file, Item.Function one, SourceFile otherFile, Item.Function other) {
        int length = end(one) - start(one);
        return length == end(other) - start(other) && file.text().regionMatches(start(one), otherFile.text(), start(other), length);
    }

    static int start(Item.Function clause) { return Math.min(clause.span().start(), clause.name().span().start()); }

    static int end(Item.Function clause) { return Math.max(clause.span().end(), clause.body().span().end()); }
}
