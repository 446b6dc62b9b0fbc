package dev.ithaca.vm.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes schemes so that those of equal meaning have equal text, whatever their variables are; to compare versions. */
final class SchemeText {
    private final StringBuilder out = new StringBuilder();
    private final Map<TypeVariable, Integer> numbers = new IdentityHashMap<>();

    private SchemeText() {}

    static String of(Scheme scheme) {
        SchemeText text = new SchemeText();
        text.types(scheme.typeParams());
        text.types(scheme.params());
        text.type(scheme.result());
        scheme.constraints().forEach(text::constraint);
        return text.out.toString();
    }

    private void types(List<Type> types) {
        out.append('(');
        for (Type type : types) {
            type(type);
            out.append(',');
        }
        out.append(')');
    }

    private void type(Type type) {
        switch (Unifier.prune(type)) {
            case TypeVariable v -> variable(v);
            case Type.Con con -> {
                out.append(con.symbol().qualifiedName()).append('@').append(System.identityHashCode(con.symbol()));
                if (!con.args().isEmpty()) types(con.args());
            }
            case Type.Tuple tuple -> types(tuple.elements());
            case Type.Function f -> {
                types(f.params());
                out.append("->");
                type(f.result());
            }
            case Type.Param param -> out.append('#').append(param.index());
            case Type.Dynamic _ -> out.append('?');
        }
    }

    private void variable(TypeVariable v) {
        Integer known = numbers.putIfAbsent(v, numbers.size());
        out.append('\'').append(known != null ? known : numbers.size() - 1);
        if (known != null) return;
        if (v.open) out.append('o');
        if (v.declared) out.append('d');
        // Two versions never share a variable that is not quantified over.
        if (!v.isGeneric()) out.append('!').append(System.identityHashCode(v));
    }

    private void constraint(Constraint constraint) {
        switch (constraint) {
            case BoundConstraint b -> out.append(";bound ").append(b.trait());
            case FieldConstraint f -> out.append(";field ").append(f.field()).append(" in ").append(f.scope().path());
            case EntriesConstraint _ -> out.append(";entries");
            case PropagateConstraint _ -> out.append(";propagate");
            case PendingCall c -> {
                out.append(";call ").append(c.name()).append(" in ").append(c.scope().path());
                if (c.candidates() != null) c.candidates().sealed().all().forEach(this::candidate);
                c.operands().forEach(o -> out.append(o.label() == null ? "_" : o.label().text()).append(','));
            }
        }
        types(constraint.types());
    }

    private void candidate(Candidates.Candidate candidate) {
        if (candidate.slot() != null) out.append(candidate.slot());
        else out.append(candidate.callable().signature()).append('@').append(System.identityHashCode(candidate.callable()));
        out.append('|');
    }
}
