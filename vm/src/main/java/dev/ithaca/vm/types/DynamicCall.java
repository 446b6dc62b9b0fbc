package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A call whose function depends on the kind of value its first argument turns out to be at run time: messages and caught
 * values have no static type.
 */
final class DynamicCall {
    private static final Set<TypeSymbol> ARRAYS = Set.of(BuiltinTypes.INT64_ARRAY_SYMBOL, BuiltinTypes.FLOAT64_ARRAY_SYMBOL,
            BuiltinTypes.FLOAT32_ARRAY_SYMBOL);

    private final List<Operand> operands;
    private final List<Choice> choices;
    private final Type result;

    /** A function for values of one kind. */
    private record Choice(Type kind, CallSite site) {}

    private DynamicCall(List<Operand> operands, List<Choice> choices, Type result) {
        this.operands = operands;
        this.choices = choices;
        this.result = result;
    }

    /** Null if at most one candidate is left, so that there is nothing to find out. Operands have been inferred. */
    static DynamicCall of(List<? extends Callable> candidates, List<Operand> operands, Session session, Place place) {
        Set<Object> kinds = new HashSet<>();
        List<Choice> choices = new ArrayList<>();
        for (Callable candidate : candidates) {
            if (!accepts(candidate, operands) || !kinds.add(head(candidate))) continue;
            CallSite site = use(candidate, operands, session, place);
            if (site != null) choices.add(new Choice(Unifier.prune(candidate.shape().getFirst()), site));
        }
        if (choices.size() < 2) return null;
        return new DynamicCall(operands, choices, common(choices));
    }

    private static boolean accepts(Callable candidate, List<Operand> operands) {
        int[] paramOf = candidate.arity() == 0 ? null : ArgumentBinding.quietly(candidate, operands);
        return paramOf != null && paramOf[0] == 0;
    }

    private static Object head(Callable candidate) {
        return switch (Unifier.prune(candidate.shape().getFirst())) {
            case Type.Con con -> con.symbol();
            case Type.Tuple tuple -> tuple.elements().size();
            case Type.Function _ -> Type.Function.class;
            case TypeVariable _, Type.Param _, Type.Dynamic _ -> Type.class;
        };
    }

    private static CallSite use(Callable candidate, List<Operand> operands, Session session, Place place) {
        int[] paramOf = ArgumentBinding.quietly(candidate, operands);
        Scheme.Use use = candidate.instantiate(session, place);
        for (int i = 1; i < paramOf.length; i++) {
            if (!session.unifier().tryUnify(use.params().get(paramOf[i]), operands.get(i).type())) return null;
        }
        session.drain();
        return new CallSite(candidate, use, paramOf);
    }

    /** The result type all choices agree on, or dynamic. */
    private static Type common(List<Choice> choices) {
        Type first = Unifier.prune(choices.getFirst().site().use().result());
        boolean same = first instanceof Type.Con con && con.args().isEmpty()
                && choices.stream().allMatch(c -> Unifier.prune(c.site().use().result()).equals(first));
        return same ? first : BuiltinTypes.DYNAMIC;
    }

    Type result() { return result; }

    /** @param type of the value, as the code around the call wants it */
    Core emit(Emitter out, Type type, Span span) {
        List<Core> before = new ArrayList<>();
        List<Operand> spilled = new ArrayList<>();
        for (Operand operand : operands) {
            Core value = out.spill(operand.typed().emit().emit(out), before);
            spilled.add(Operand.of(new Typed(operand.type(), _ -> value), operand.span()));
        }
        Core subject = spilled.getFirst().typed().emit().emit(out);
        List<Core.Arm> arms = new ArrayList<>();
        Choice otherwise = choices.getLast();
        for (Choice choice : choices) {
            Type kind = out.concrete(choice.kind());
            CorePattern pattern = isArray(kind) ? new CorePattern.Wildcard(BuiltinTypes.DYNAMIC) : pattern(kind);
            Core guard = isArray(kind) ? named(out, ((Type.Con) kind).symbol().name(), subject, span) : null;
            if (pattern == null) otherwise = choice;
            else arms.add(new Core.Arm(List.of(pattern), guard, choice.site().emit(out, spilled, span), span));
        }
        Core last = otherwise.site().emit(out, spilled, span);
        return out.after(before, new Core.Match(List.of(subject), arms, last, type, span));
    }

    private static boolean isArray(Type kind) {
        return kind instanceof Type.Con con && ARRAYS.contains(con.symbol());
    }

    /** Whether a value is of this kind by its name: no pattern tells arrays apart. */
    private static Core named(Emitter out, String kind, Core value, Span span) {
        Core name = out.helper("typeOf", List.of(BuiltinTypes.DYNAMIC), BuiltinTypes.STRING, List.of(value), span);
        return new Core.Compare(Expr.BinaryOp.EQ, BuiltinTypes.STRING, name, new Core.Const(kind, BuiltinTypes.STRING, span),
                BuiltinTypes.BOOL, span);
    }

    /** Matches every value of a type; null for types whose values cannot be told apart at run time. */
    static CorePattern pattern(Type kind) {
        Type any = BuiltinTypes.DYNAMIC;
        return switch (kind) {
            case Type.Tuple tuple -> new CorePattern.Tuple(tuple.elements().stream()
                    .<CorePattern>map(_ -> new CorePattern.Wildcard(any)).toList(), any);
            case Type.Con con when con.equals(BuiltinTypes.STRING) ->
                    new CorePattern.StringPrefix("", new CorePattern.Wildcard(BuiltinTypes.STRING), any);
            case Type.Con con when con.symbol() == BuiltinTypes.LIST_SYMBOL ->
                    new CorePattern.ListOf(List.of(), new CorePattern.Wildcard(any), any);
            case Type.Con con when con.symbol() == BuiltinTypes.MAP_SYMBOL -> new CorePattern.MapOf(List.of(), any);
            case Type.Con con when con.symbol() == BuiltinTypes.SET_SYMBOL -> new CorePattern.SetOf(List.of(), any);
            case Type.Con con when BuiltinTypes.isUnboxed(con.symbol()) -> new CorePattern.OfPrimitive(con, any);
            case Type.Con con when !con.symbol().constructors().isEmpty() -> constructors(con);
            default -> null;
        };
    }

    private static CorePattern constructors(Type.Con type) {
        List<CorePattern> alternatives = new ArrayList<>();
        for (ConstructorSymbol c : type.symbol().constructors()) {
            List<CorePattern> fields = Constructions.fieldTypes(c, type).stream()
                    .<CorePattern>map(CorePattern.Wildcard::new).toList();
            alternatives.add(new CorePattern.Constructor(c, fields, BuiltinTypes.DYNAMIC));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new CorePattern.Or(alternatives, BuiltinTypes.DYNAMIC);
    }
}
