package dev.ithaca.vm.types;

/** A module variable shared by all processes. Identity is equality. */
public final class MvarSymbol {
    private final String module;
    private final String name;
    private final Type type;

    public MvarSymbol(String module, String name, Type type) {
        this.module = module;
        this.name = name;
        this.type = type;
    }

    public String module() { return module; }

    public String name() { return name; }

    public String qualifiedName() { return module.isEmpty() ? name : module + "." + name; }

    public Type type() { return type; }
}
