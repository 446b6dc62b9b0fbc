package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the types of bindings and functions that do not say them. */
final class InlayHints {
    private final Snapshot snapshot;
    private final List<InlayHint> hints = new ArrayList<>();

    private InlayHints(Snapshot snapshot) { this.snapshot = snapshot; }

    /** Of the text in front, in its order; nothing where the type is not fully known. */
    static List<InlayHint> of(Snapshot snapshot) {
        InlayHints all = new InlayHints(snapshot);
        all.bindings();
        all.functions();
        all.hints.sort(Comparator.comparingInt(InlayHint::offset));
        return all.hints;
    }

    private void bindings() {
        Places places = new Places(snapshot.file());
        for (int i = 0; i < places.tokens().size(); i++) {
            if (!places.isPlainBinding(i)) continue;
            Token name = places.tokens().get(i);
            snapshot.exploration().variableType(snapshot.file().name(), name.span()).ifPresent(type -> hints.add(new InlayHint(name.end(), ": " + type)));
        }
    }

    /** A function of several clauses has one type, told at the first. */
    private void functions() {
        Set<Symbol> told = new HashSet<>();
        Declarations.all(snapshot.tree().items()).forEach(item -> {
            if (!(item instanceof Item.Function function) || saysItsTypes(function)) return;
            snapshot.exploration().meaning(snapshot.file().name(), function.name().span()).stream()
                    .filter(symbol -> symbol.kind() == Symbol.Kind.FUNCTION && symbol.signature().startsWith(symbol.name() + "(") && told.add(symbol))
                    .forEach(symbol -> hints.add(new InlayHint(function.name().span().end(), symbol.signature().substring(symbol.name().length()))));
        });
    }

    private static boolean saysItsTypes(Item.Function function) {
        return function.returnType() != null && function.params().stream().allMatch(param -> param.type() != null);
    }
}
