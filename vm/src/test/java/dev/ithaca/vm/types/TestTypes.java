package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;

/** Declared types for tests of later stages. */
public final class TestTypes {
    private TestTypes() {}

    /** A variant; each constructor is given by its name and its field types. */
    public static TypeSymbol variant(String name, Object... constructors) {
        TypeSymbol symbol = new TypeSymbol("", name, TypeSymbol.Kind.VARIANT, List.of(), true, false, false);
        List<ConstructorSymbol> all = new ArrayList<>();
        for (int i = 0; i < constructors.length; i += 2) {
            List<ConstructorSymbol.Field> fields = new ArrayList<>();
            for (Object type : (List<?>) constructors[i + 1]) fields.add(new ConstructorSymbol.Field(null, (Type) type, false));
            all.add(new ConstructorSymbol(symbol, (String) constructors[i], i / 2, fields));
        }
        symbol.define(all);
        return symbol;
    }
}
