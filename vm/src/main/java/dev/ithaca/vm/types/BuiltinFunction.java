package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/** The builtins of one name and signature; they differ in the type of the first argument they are for. */
final class BuiltinFunction implements Callable {
    private record Implementation(Builtin builtin, Type on) {}

    private final String name;
    private final Scheme scheme;
    private final List<Implementation> implementations = new ArrayList<>();

    BuiltinFunction(String name, Scheme scheme) {
        this.name = name;
        this.scheme = scheme;
    }

    void add(Builtin builtin, Type on) { implementations.add(new Implementation(builtin, on)); }

    Scheme scheme() { return scheme; }

    String doc() { return implementations.getFirst().builtin().doc(); }

    @Override public String name() { return name; }

    @Override public int arity() { return scheme.params().size(); }

    @Override public String parameterName(int index) { return null; }

    @Override public boolean hasDefault(int index) { return false; }

    @Override public Scheme.Use instantiate(Session session, Place at) { return scheme.instantiate(session, at); }

    @Override public List<Type> shape() { return scheme.params(); }

    @Override public String signature() { return name + "/" + new TypePrinter().print(new Type.Tuple(scheme.params())); }

    @Override public int typeParamCount() { return 0; }

    @Override public Core call(Emitter out, List<Type> params, Type result, List<Core> args, Span span) {
        Core derived = out.structural().replace(this, params, result, args, span);
        return derived != null ? derived : new Core.CallBuiltin(implementationFor(params), args, result, span);
    }

    /** The implementation for concrete parameter types, else the general one. */
    Builtin implementationFor(List<Type> params) {
        Builtin general = null;
        for (Implementation i : implementations) {
            if (i.on() == null) general = i.builtin();
            else if (!params.isEmpty() && i.on().equals(params.getFirst())) return i.builtin();
        }
        return general != null ? general : implementations.getFirst().builtin();
    }
}
