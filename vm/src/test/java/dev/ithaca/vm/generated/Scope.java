package dev.ithaca.vm.generated;

import java.util.ArrayList;
import java.util.List;

/** The variables in sight at a place of a generated program. */
final class Scope {
    record Variable(String name, GeneratedType type, boolean assignable) {}

    private final List<Variable> variables;

    Scope() { variables = new ArrayList<>(); }

    private Scope(List<Variable> variables) { this.variables = new ArrayList<>(variables); }

    Scope nested() { return new Scope(variables); }

    void add(String name, GeneratedType type, boolean assignable) { variables.add(new Variable(name, type, assignable)); }

    List<Variable> of(GeneratedType type) { return variables.stream().filter(v -> v.type().equals(type)).toList(); }

    List<Variable> assignable() { return variables.stream().filter(Variable::assignable).toList(); }

    List<Variable> functions(GeneratedType result) {
        return variables.stream().filter(v -> v.type() instanceof GeneratedType.FunctionOf f && f.result().equals(result)).toList();
    }
}
