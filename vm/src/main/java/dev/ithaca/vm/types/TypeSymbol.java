package dev.ithaca.vm.types;

import java.util.List;

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
    private Type aliasTarget;

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

    void define(List<ConstructorSymbol> all) { constructors = List.copyOf(all); }

    void defineAlias(Type target) { aliasTarget = target; }

    @Override public String toString() { return qualifiedName(); }
}
