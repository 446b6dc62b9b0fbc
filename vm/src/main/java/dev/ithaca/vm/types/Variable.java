package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A local variable or parameter during inference. */
final class Variable {
    private final String name;
    private final Frame frame;
    private final boolean mutable;
    private final boolean synthetic;
    private final boolean known;
    private final Type type;
    private boolean dynamic;
    private boolean assigned;
    private boolean used;
    private Local local;
    private LocalFunctions.Definition definition;
    private LocalScope definitionScope;
    private String function;
    private Supplier<Typed> reinfer;
    private List<Copy> copies;

    /** One use of a polymorphic local function: its own inference of the body. */
    record Copy(Variable variable, Typed value) {}

    /** @param known see {@link Typed} */
    Variable(String name, Frame frame, Type type, boolean mutable, boolean known, boolean synthetic) {
        this.name = name;
        this.frame = frame;
        this.type = type;
        this.mutable = mutable;
        this.known = known;
        this.synthetic = synthetic;
    }

    String name() { return name; }

    Frame frame() { return frame; }

    Type type() { return type; }

    boolean mutable() { return mutable; }

    boolean known() { return known; }

    /** Keeps the value as it came, whatever its uses expect of it: caught exceptions. */
    void keepDynamic() { dynamic = true; }

    /** Whether the value is kept dynamic although its type is a primitive one. */
    boolean holdsAbsent(Emitter out) { return dynamic && Absent.isPrimitive(out.concrete(type)); }

    void assign() { assigned = true; }

    boolean used() { return used; }

    void use() { used = true; }

    /** Makes every use infer the value again, which gives each its own types (let-polymorphism by expansion). */
    void generalise(Supplier<Typed> inference) {
        reinfer = inference;
        copies = new ArrayList<>(2);
    }

    /** For a local function with default values: where they come from. */
    void defined(LocalFunctions.Definition by, LocalScope in) {
        definition = by;
        definitionScope = in;
    }

    LocalFunctions.Definition definition() { return definition; }

    LocalScope definitionScope() { return definitionScope; }

    /** For a variable that is just another name of a module's function. */
    void stands(String forFunction) { function = forFunction; }

    /** Null unless the variable is bound directly to a function of that name. */
    String function() { return function; }

    boolean isPolymorphic() { return reinfer != null; }

    /** A variable for one use. */
    Variable instantiate() {
        Typed value = reinfer.get();
        Variable copy = new Variable(name, frame, value.type(), false, false, synthetic);
        copies.add(new Copy(copy, value));
        return copy;
    }

    List<Copy> copies() { return copies; }

    /** Copies of equal types share one local. */
    void shareLocal(Local other) { local = other; }

    Local local(Emitter out) {
        if (local == null) local = new Local(name, dynamic ? BuiltinTypes.DYNAMIC : out.concrete(type), assigned, synthetic);
        return local;
    }
}
