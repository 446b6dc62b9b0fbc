package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/** Patterns that ask for a value equal to a given one: pinned values, keys of maps and elements of sets. */
final class EqualityPatterns {
    private EqualityPatterns() {}

    /** Equality as {@code ==} has it for values of one type; values of different types are never equal. */
    static CorePattern equal(Emitter out, Core expected, Type type) {
        Type own = expected.type();
        if (!out.tables().userTraits().involved("Eq", own)) return new CorePattern.Equal(expected, type);
        if (type.equals(own)) return holds(out, expected, type);
        boolean toldByClass = own instanceof Type.Con con && con.args().isEmpty() && !con.symbol().constructors().isEmpty();
        return type instanceof Type.Dynamic && toldByClass
                ? new CorePattern.All(List.of(DynamicCall.pattern(own), holds(out, expected, type)), type)
                : new CorePattern.Equal(expected, type);
    }

    private static CorePattern holds(Emitter out, Core expected, Type type) {
        Type own = expected.type();
        Local subject = new Local("matched", own, false, true);
        Span span = expected.span();
        return new CorePattern.Holds(subject,
                out.structural().compare(BinaryOp.EQ, own, new Core.LocalGet(subject, own, span), expected, span), type);
    }

    static CorePattern map(Emitter out, List<Core> keys, List<CorePattern> values, Type type, Span span) {
        Local map = new Local("matched", type, false, true);
        boolean asks = false;
        List<CorePattern.Entry> entries = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Core resident = out.structural().ownKeys().resident(type, new Core.LocalGet(map, type, span), keys.get(i), span);
            asks |= resident != null;
            entries.add(new CorePattern.Entry(resident != null ? resident : keys.get(i), values.get(i)));
        }
        CorePattern pattern = new CorePattern.MapOf(entries, type);
        return asks ? new CorePattern.All(List.of(new CorePattern.Bind(map, type), pattern), type) : pattern;
    }

    static CorePattern set(Emitter out, List<Core> elements, Type type, Span span) {
        Local set = new Local("matched", type, false, true);
        Core all = null;
        for (Core element : elements) {
            Core one = out.structural().ownKeys().contains(type, new Core.LocalGet(set, type, span), element, span);
            if (one == null) return new CorePattern.SetOf(elements, type);
            all = all == null ? one : new Core.And(all, one, BuiltinTypes.BOOL, span);
        }
        return all == null ? new CorePattern.SetOf(elements, type) : new CorePattern.Holds(set, all, type);
    }
}
