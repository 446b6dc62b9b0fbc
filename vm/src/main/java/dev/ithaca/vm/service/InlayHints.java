package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Tells the types of bindings that do not say them. */
final class InlayHints {
    private InlayHints() {}

    /** Of the text in front, in its order; nothing where the type is not fully known. */
    static List<InlayHint> of(Snapshot snapshot) {
        Places places = new Places(snapshot.file());
        List<InlayHint> hints = new ArrayList<>();
        for (int i = 0; i < places.tokens().size(); i++) {
            if (!places.isPlainBinding(i)) continue;
            Token name = places.tokens().get(i);
            snapshot.exploration().variableType(snapshot.file().name(), name.span()).ifPresent(type -> hints.add(new InlayHint(name.end(), ": " + type)));
        }
        return hints;
    }
}
