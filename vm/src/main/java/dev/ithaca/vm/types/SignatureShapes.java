package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The annotated parameter types of functions, generic where nothing is annotated. */
final class SignatureShapes {
    private final Map<FunctionSymbol, List<Type>> known = new ConcurrentHashMap<>();

    List<Type> of(FunctionSymbol function) {
        List<Type> shape = known.get(function);
        if (shape != null) return shape;
        Annotations annotations = new Annotations(function, () -> new TypeVariable(TypeVariable.GENERIC));
        List<Type> types = new ArrayList<>(annotations.params());
        known.put(function, types);
        return types;
    }
}
