package dev.ithaca.vm.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A declared or built-in nominal type. Filled while declarations are read, constant afterwards. */
public final class TypeSymbol {
    public enum Kind { PRIMITIVE, OPAQUE, RECORD, VARIANT, ALIAS }

    private final String module;
    private final String name;
    private final Kind kind;
    private final List<String> params;
    private final boolean isPublic;
    private final boolean mutable;
    private final boolean reactive;
    private List<ConstructorSymbol> constructors = List.of();
    private Map<String, ConstructorSymbol> byName = Map.of();
    private Type aliasTarget;
    private Flaw flaw = Flaw.NONE;

    /** What is wrong with an alias; it stands for an unknown type then. */
    enum Flaw { NONE, CYCLIC, TOO_LARGE }

    /** @param module dotted path, empty for built-in types and single-file programs */
    public TypeSymbol(String module, String name, Kind kind, List<String> params, boolean isPublic, boolean mutable,
                      boolean reactive) {
        this.module = module;
        this.name = name;
        this.kind = kind;
        this.params = List.copyOf(params);
        this.isPublic = isPublic;
        this.mutable = mutable;
        this.reactive = reactive;
    }

    public String module() { return module; }

    public String name() { return name; }

    public String qualifiedName() { return module.isEmpty() ? name : module + "." + name; }

    public Kind kind() { return kind; }

    public List<String> params() { return params; }

    public boolean isPublic() { return isPublic; }

    /** {@code var type}: fields can be assigned. */
    public boolean mutable() { return mutable; }

    public boolean reactive() { return reactive; }

    /** In declaration order; a record has exactly one, named like the type. */
    public List<ConstructorSymbol> constructors() { return constructors; }

    /** Null unless this is an alias; mentions this type'"'"'s {@link Type.Param}s. */
    public Type aliasTarget() { return aliasTarget; }

    /** Null if there is none of this name. */
    public ConstructorSymbol constructor(String constructorName) { return byName.get(constructorName); }

    void define(List<ConstructorSymbol> all) {
        constructors = List.copyOf(all);
        Map<String, ConstructorSymbol> map = new HashMap<>();
        for (ConstructorSymbol c : all) map.putIfAbsent(c.name(), c);
        byName = map;
    }

    void defineAlias(Type target) { aliasTarget = target; }

    Flaw flaw() { return flaw; }

    void flaw(Flaw found) { flaw = found; }

    @Override public String toString() { return qualifiedName(); }
}
