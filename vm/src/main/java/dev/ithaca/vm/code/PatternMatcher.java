package dev.ithaca.vm.code;

import dev.ithaca.vm.code.Facts.Part;
import dev.ithaca.vm.code.Facts.Test;
import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.CorePattern;
import dev.ithaca.vm.types.Local;
import dev.ithaca.vm.types.Type;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Emits the tests and bindings of patterns. Subjects are registers that nobody writes while the match lasts. A pattern
 * that does not fit jumps to its {@code failed} label, one that fits falls through.
 */
final class PatternMatcher {
    private static final String EMPTY = "empty";
    private static final String LIST = "list";
    private static final String STRING = "string";
    private static final String MAP = "map";
    private static final String SET = "set";
    private static final String HEAD = "head";
    private static final String INT_HEAD = "head of integers";
    private static final String TAIL = "tail";

    private final FunctionLowering f;
    private final CodeBuilder code;
    private final Facts facts = new Facts();
    /** Locals whose place is fixed because several alternatives bind them. */
    private final Set<Local> reserved = new HashSet<>();
    private Span span;

    /** One matcher serves all arms of a match: what one arm found out the next ones know. */
    PatternMatcher(FunctionLowering f) {
        this.f = f;
        code = f.code;
    }

    Facts facts() { return facts; }

    /**
     * @param type how the subject is represented
     * @param at what run-time errors are blamed on
     */
    void match(CorePattern pattern, Register subject, Type type, Span at, Label failed) {
        span = at;
        match(pattern, converted(subject, type, pattern.type()), failed);
    }

    private void match(CorePattern pattern, Register subject, Label failed) {
        if (!code.reachable()) return;
        switch (pattern) {
            case CorePattern.Wildcard _ -> { }
            case CorePattern.Bind b -> bind(b, subject);
            case CorePattern.Assign a -> f.assign(a.local(), subject, a.type(), span);
            case CorePattern.Literal l -> literal(l, subject, failed);
            case CorePattern.Equal e -> equal(e, subject, failed);
            case CorePattern.Holds h -> holds(h, subject, failed);
            case CorePattern.Range r -> range(r, subject, failed);
            case CorePattern.Tuple t -> tuple(t, subject, failed);
            case CorePattern.ListOf l -> list(l, subject, failed);
            case CorePattern.StringPrefix s -> prefix(s, subject, failed);
            case CorePattern.Constructor c -> constructor(c, subject, failed);
            case CorePattern.OfPrimitive p -> unboxed(BoxType.of(p.primitive()).orElseThrow(), subject, p.type(), failed);
            case CorePattern.MapOf m -> map(m, subject, failed);
            case CorePattern.SetOf s -> set(s, subject, failed);
            case CorePattern.All a -> a.patterns().forEach(p -> match(p, subject, failed));
            case CorePattern.Or o -> alternatives(o, subject, failed);
        }
    }

    private void bind(CorePattern.Bind b, Register subject) {
        if (reserved.contains(b.local())) f.store(b.local(), subject, b.type(), span);
        else f.bind(b.local(), subject, b.type(), span);
    }

    private void alternatives(CorePattern.Or or, Register subject, Label failed) {
        Set<Local> bound = new LinkedHashSet<>();
        CoreTree.deep(or, p -> {
            if (p instanceof CorePattern.Bind b && reserved.add(b.local())) bound.add(b.local());
        });
        bound.forEach(f::reserve);
        Label matched = code.label();
        for (CorePattern alternative : or.alternatives()) {
            if (!code.reachable()) break;
            boolean last = alternative == or.alternatives().getLast();
            Label next = last ? failed : code.label();
            match(alternative, subject, next);
            if (code.reachable()) facts.goesTo(matched);
            code.jump(matched);
            if (!last) {
                code.place(next);
                facts.arriveAt(next);
            }
        }
        code.place(matched);
        facts.arriveAt(matched);
        reserved.removeAll(bound);
        bound.forEach(f::show);
    }

    // ---- values

    private void literal(CorePattern.Literal l, Register subject, Label failed) {
        Optional<BoxType> wanted = BoxType.of(l.type()).or(() -> Representation.natural(l.value()));
        if (wanted.isEmpty()) {
            if (l.value() == null && Representation.isUnit(l.type())) return;
            Register constant = code.register(Kind.REF);
            code.emit(new Instruction.Const(constant, l.value()));
            compareReferences(BinaryOp.EQ, subject, constant, failed);
            return;
        }
        Register value = unboxed(wanted.get(), subject, l.type(), failed);
        if (!code.reachable()) return;
        if (l.value() instanceof Boolean expected) {
            test(new Test(value, Boolean.TRUE), null, value, expected, failed);
        } else {
            Register constant = code.register(wanted.get().kind());
            code.emit(new Instruction.Const(constant, l.value()));
            compare(BinaryOp.EQ, wanted.get(), value, constant, failed);
        }
    }

    private void equal(CorePattern.Equal e, Register subject, Label failed) {
        Type type = e.value().type();
        Register value = f.valueAs(e.value(), type);
        Optional<BoxType> left = BoxType.of(e.type());
        Optional<BoxType> right = BoxType.of(type);
        if (left.isEmpty() && right.isEmpty()) {
            compareReferences(BinaryOp.EQ, subject, value, failed);
        } else if (left.isPresent() && right.isPresent() && left.get() != right.get()) {
            fail(failed);
        } else {
            BoxType box = left.or(() -> right).orElseThrow();
            Register a = unboxed(box, subject, e.type(), failed);
            if (!code.reachable()) return;
            // Not remembered by the facts: the value may be a variable's, which can change between arms.
            Register b = left.isPresent() && right.isEmpty() ? unboxedOnce(box, value, failed) : value;
            compare(BinaryOp.EQ, box, a, b, failed);
        }
    }

    private void holds(CorePattern.Holds h, Register subject, Label failed) {
        f.bind(h.subject(), subject, h.type(), span);
        require(f.valueAs(h.condition(), BuiltinTypes.BOOL), true, failed);
    }

    private void range(CorePattern.Range r, Register subject, Label failed) {
        BinaryOp upper = r.inclusive() ? BinaryOp.LE : BinaryOp.LT;
        boolean big = r.type() instanceof Type.Con(var symbol, var _) && symbol == BuiltinTypes.BIGINT_SYMBOL;
        if (big) {
            compareReferences(BinaryOp.GE, subject, constant(Kind.REF, r.low()), failed);
            compareReferences(upper, subject, constant(Kind.REF, r.high()), failed);
            return;
        }
        BoxType box = BoxType.of(r.type()).orElse(BoxType.INT);
        Register value = unboxed(box, subject, r.type(), failed);
        if (!code.reachable()) return;
        // A bound below zero says nothing about an unsigned number, and would be misread as a huge one.
        BigInteger low = box == BoxType.UINT64 ? r.low().max(BigInteger.ZERO) : r.low();
        if (box == BoxType.UINT64 && r.high().signum() < 0) {
            fail(failed);
            return;
        }
        compare(BinaryOp.GE, box, value, constant(Kind.LONG, low.longValue()), failed);
        compare(upper, box, value, constant(Kind.LONG, r.high().longValue()), failed);
    }

    // ---- structure

    private void tuple(CorePattern.Tuple t, Register subject, Label failed) {
        int arity = t.elements().size();
        if (t.type() instanceof Type.Tuple(List<Type> elements)) {
            if (elements.size() != arity) fail(failed);
        } else {
            test(new Test(subject, arity), dst -> new Instruction.IsTuple(arity, dst, subject), null, true, failed);
        }
        for (int i = 0; i < arity; i++) {
            CorePattern element = t.elements().get(i);
            if (element instanceof CorePattern.Wildcard) continue;
            int index = i;
            part(element, subject, i, BuiltinTypes.DYNAMIC, dst -> new Instruction.TupleGet(dst, subject, index), failed);
        }
    }

    private void constructor(CorePattern.Constructor c, Register subject, Label failed) {
        ConstructorSymbol constructor = c.constructor();
        boolean known = c.type() instanceof Type.Con(var symbol, var _) && symbol == constructor.owner();
        if (known) facts.learn(new Test(subject, constructor.owner()), true);
        test(new Test(subject, constructor), dst -> new Instruction.IsStruct(constructor, dst, subject), null, true, failed);
        for (int i = 0; i < c.fields().size(); i++) {
            CorePattern field = c.fields().get(i);
            if (field instanceof CorePattern.Wildcard) continue;
            int index = i;
            part(field, subject, i, constructor.fields().get(i).type(),
                    dst -> new Instruction.GetField(constructor, index, dst, subject), failed);
        }
    }

    private void list(CorePattern.ListOf l, Register subject, Label failed) {
        requireKind(l.type(), LIST, subject, dst -> new Instruction.IsList(dst, subject), failed);
        Register rest = subject;
        for (CorePattern element : l.elements()) {
            Register list = rest;
            test(new Test(list, EMPTY), dst -> new Instruction.ListIsEmpty(dst, list), null, false, failed);
            if (!code.reachable()) return;
            if (!(element instanceof CorePattern.Wildcard)) {
                // Integers are taken out of the list without a box.
                boolean integer = BoxType.of(element.type()).equals(Optional.of(BoxType.INT));
                part(element, list, integer ? INT_HEAD : HEAD, integer ? BuiltinTypes.INT : BuiltinTypes.DYNAMIC,
                        dst -> new Instruction.ListHead(dst, list), failed);
            }
            boolean lastOfMany = element == l.elements().getLast() && l.rest() instanceof CorePattern.Wildcard;
            if (!lastOfMany) rest = load(list, TAIL, Kind.REF, dst -> new Instruction.ListTail(dst, list));
        }
        Register list = rest;
        if (l.rest() == null) test(new Test(list, EMPTY), dst -> new Instruction.ListIsEmpty(dst, list), null, true, failed);
        else match(l.rest(), rest, failed);
    }

    private void prefix(CorePattern.StringPrefix s, Register subject, Label failed) {
        requireKind(s.type(), STRING, subject, dst -> new Instruction.IsString(dst, subject), failed);
        Register rest = code.register(Kind.REF);
        code.emit(new Instruction.StringRest(rest, subject, s.prefix()));
        requireNotNull(rest, failed);
        match(s.rest(), rest, failed);
    }

    private void map(CorePattern.MapOf m, Register subject, Label failed) {
        requireKind(m.type(), MAP, subject, dst -> new Instruction.IsMap(dst, subject), failed);
        for (CorePattern.Entry entry : m.entries()) {
            if (!code.reachable()) return;
            Register key = f.valueAs(entry.key(), BuiltinTypes.DYNAMIC);
            Register value = code.register(Kind.REF);
            code.emit(new Instruction.MapLookup(value, subject, key), span);
            requireNotNull(value, failed);
            if (!(entry.value() instanceof CorePattern.Wildcard)) {
                match(entry.value(), f.conversions.convert(value, BuiltinTypes.DYNAMIC, entry.value().type(), span), failed);
            }
        }
    }

    private void set(CorePattern.SetOf s, Register subject, Label failed) {
        requireKind(s.type(), SET, subject, dst -> new Instruction.IsSet(dst, subject), failed);
        for (Core element : s.elements()) {
            Register key = f.valueAs(element, BuiltinTypes.DYNAMIC);
            Register found = code.register(Kind.INT);
            code.emit(new Instruction.SetContains(found, subject, key), span);
            require(found, true, failed);
        }
    }

    // ---- pieces

    /** Loads a part of the subject and matches it. type: how the part is represented where it is stored. */
    private void part(CorePattern pattern, Register subject, Object which, Type type, Function<Register, Instruction> load,
                      Label failed) {
        if (!code.reachable()) return;
        match(pattern, converted(load(subject, which, Kind.of(type), load), type, pattern.type()), failed);
    }

    /** The same value represented as another type says. */
    private Register converted(Register raw, Type from, Type to) {
        if (!code.reachable() || Representation.same(from, to)) return raw;
        Part part = new Part(raw, BoxType.of(to));
        Register known = facts.loaded(part);
        if (known != null) return known;
        Register result = f.conversions.convert(raw, from, to, span);
        facts.loaded(part, result);
        return result;
    }

    private Register load(Register subject, Object which, Kind kind, Function<Register, Instruction> load) {
        Part part = new Part(subject, which);
        Register known = facts.loaded(part);
        if (known != null) return known;
        Register result = code.register(kind);
        code.emit(load.apply(result), span);
        facts.loaded(part, result);
        return result;
    }

    /** The subject as a primitive; fails if it is a reference to something else. */
    private Register unboxed(BoxType box, Register subject, Type type, Label failed) {
        if (BoxType.of(type).isPresent()) return subject;
        test(new Test(subject, box), dst -> new Instruction.IsBox(box, dst, subject), null, true, failed);
        return load(subject, box, box.kind(), dst -> new Instruction.Unbox(box, dst, subject));
    }

    private Register unboxedOnce(BoxType box, Register reference, Label failed) {
        Register is = code.register(Kind.INT);
        code.emit(new Instruction.IsBox(box, is, reference));
        require(is, true, failed);
        Register value = code.register(box.kind());
        code.emit(new Instruction.Unbox(box, value, reference), span);
        return value;
    }

    private void requireKind(Type type, String kind, Register subject, Function<Register, Instruction> test, Label failed) {
        if (type instanceof Type.Con) return;
        test(new Test(subject, kind), test, null, true, failed);
    }

    /** @param outcome the register that already holds the outcome, or null if make computes it */
    private void test(Test test, Function<Register, Instruction> make, Register outcome, boolean wanted, Label failed) {
        if (!code.reachable()) return;
        Boolean known = facts.outcome(test);
        if (known != null) {
            if (known != wanted) fail(failed);
            return;
        }
        Register result = outcome;
        if (result == null) {
            result = code.register(Kind.INT);
            code.emit(make.apply(result), span);
        }
        Label ok = code.label();
        facts.goesTo(failed, test, !wanted);
        code.branch(result, wanted ? ok : failed, wanted ? failed : ok);
        facts.learn(test, wanted);
        code.place(ok);
    }

    private void compare(BinaryOp op, BoxType box, Register left, Register right, Label failed) {
        Register result = code.register(Kind.INT);
        code.emit(new Instruction.Compare(op, box, result, left, right), span);
        require(result, true, failed);
    }

    private void compareReferences(BinaryOp op, Register left, Register right, Label failed) {
        Register result = code.register(Kind.INT);
        code.emit(new Instruction.CompareRef(op, result, left, right), span);
        require(result, true, failed);
    }

    private void requireNotNull(Register reference, Label failed) {
        Register isNull = code.register(Kind.INT);
        code.emit(new Instruction.IsNull(isNull, reference));
        require(isNull, false, failed);
    }

    private void require(Register outcome, boolean wanted, Label failed) {
        if (!code.reachable()) return;
        Label ok = code.label();
        facts.goesTo(failed);
        code.branch(outcome, wanted ? ok : failed, wanted ? failed : ok);
        code.place(ok);
    }

    private void fail(Label failed) {
        if (code.reachable()) facts.goesTo(failed);
        code.jump(failed);
    }

    private Register constant(Kind kind, Object value) {
        Register r = code.register(kind);
        code.emit(new Instruction.Const(r, value));
        return r;
    }
}
