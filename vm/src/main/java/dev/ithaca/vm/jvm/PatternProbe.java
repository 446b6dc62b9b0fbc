package dev.ithaca.vm.jvm;

import dev.ithaca.vm.runtime.ReceiveArm.Match;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.MapValue;
import dev.ithaca.vm.runtime.value.SetValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.Unit;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Whether a value would match a pattern, found out from outside without running the program: shapes and constants are
 * compared, what depends on values of the program is left open.
 */
final class PatternProbe {
    private PatternProbe() {}

    static Match match(CorePattern pattern, Object value) {
        return switch (pattern) {
            case CorePattern.Wildcard _, CorePattern.Bind _, CorePattern.Assign _ -> Match.YES;
            case CorePattern.Literal l -> literal(l.value(), value);
            case CorePattern.Equal(Core.Const constant, _) -> literal(constant.value(), value);
            case CorePattern.Equal _, CorePattern.Holds _, CorePattern.OfPrimitive _ -> Match.MAYBE;
            case CorePattern.Range r -> range(r, value);
            case CorePattern.Tuple t -> value instanceof Tuple tuple && tuple.arity() == t.elements().size()
                    ? all(t.elements(), tuple::get) : Match.NO;
            case CorePattern.ListOf l -> value instanceof ListValue list ? list(l, list) : Match.NO;
            case CorePattern.StringPrefix s -> value instanceof String text && text.startsWith(s.prefix())
                    ? match(s.rest(), text.substring(s.prefix().length())) : Match.NO;
            case CorePattern.Constructor c -> value instanceof Struct struct && isOf(struct, c)
                    ? all(c.fields(), struct::get) : Match.NO;
            case CorePattern.MapOf _ -> value instanceof MapValue ? Match.MAYBE : Match.NO;
            case CorePattern.SetOf _ -> value instanceof SetValue ? Match.MAYBE : Match.NO;
            case CorePattern.All a -> all(a.patterns(), _ -> value);
            case CorePattern.Or o -> any(o.alternatives(), value);
        };
    }

    private interface Part {
        Object get(int i);
    }

    private static Match all(List<CorePattern> patterns, Part parts) {
        Match result = Match.YES;
        for (int i = 0; i < patterns.size(); i++) {
            Object part = parts.get(i);
            Match one = match(patterns.get(i), part instanceof Cell cell ? cell.value : part);
            if (one == Match.NO) return Match.NO;
            if (one == Match.MAYBE) result = Match.MAYBE;
        }
        return result;
    }

    private static Match any(List<CorePattern> patterns, Object value) {
        Match best = Match.NO;
        for (CorePattern pattern : patterns) {
            Match one = match(pattern, value);
            if (one.compareTo(best) > 0) best = one;
        }
        return best;
    }

    private static boolean isOf(Struct struct, CorePattern.Constructor wanted) {
        var shape = struct.shape();
        return shape.index() == wanted.constructor().index() && shape.constructor().equals(wanted.constructor().name())
                && shape.arity() == wanted.constructor().arity();
    }

    private static Match list(CorePattern.ListOf pattern, ListValue list) {
        int fixed = pattern.elements().size();
        boolean fits = pattern.rest() == null ? list.size() == fixed : list.size() >= fixed;
        if (!fits) return Match.NO;
        Match elements = all(pattern.elements(), list::get);
        if (elements == Match.NO || pattern.rest() == null) return elements;
        Match rest = match(pattern.rest(), list.drop(fixed));
        return rest.compareTo(elements) < 0 ? rest : elements;
    }

    private static Match range(CorePattern.Range range, Object value) {
        if (!(value instanceof Long || value instanceof BigInteger || value instanceof CharValue)) return Match.NO;
        if (!(value instanceof Long n)) return Match.MAYBE;
        BigInteger at = BigInteger.valueOf(n);
        int high = at.compareTo(range.high());
        return at.compareTo(range.low()) >= 0 && (high < 0 || high == 0 && range.inclusive()) ? Match.YES : Match.NO;
    }

    private static Match literal(Object wanted, Object value) {
        return switch (wanted) {
            case null -> value == Unit.UNIT ? Match.YES : Match.NO;
            case Long _, Double _, Boolean _, String _ -> wanted.equals(value) ? Match.YES
                    : wanted.getClass() == value.getClass() ? Match.NO : value instanceof Number && wanted instanceof Number ? Match.MAYBE : Match.NO;
            case BigInteger _, BigDecimal _ -> value instanceof Number ? Match.MAYBE : Match.NO;
            case Integer _ -> value instanceof CharValue ? Match.MAYBE : Match.NO;
            default -> Match.MAYBE;
        };
    }
}
