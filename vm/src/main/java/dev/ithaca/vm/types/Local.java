package dev.ithaca.vm.types;

/** A local variable or parameter of one function instance. Identity is equality. */
public final class Local {
    private final String name;
    private final Type type;
    private final boolean assigned;
    private final boolean synthetic;

    /**
     * @param assigned whether it is ever assigned after its binding ({@code var})
     * @param synthetic made by the compiler; not shown to users
     */
    public Local(String name, Type type, boolean assigned, boolean synthetic) {
        this.name = name;
        this.type = type;
        this.assigned = assigned;
        this.synthetic = synthetic;
    }

    public String name() { return name; }

    public Type type() { return type; }

    public boolean assigned() { return assigned; }

    public boolean synthetic() { return synthetic; }

    @Override public String toString() { return name; }
}
