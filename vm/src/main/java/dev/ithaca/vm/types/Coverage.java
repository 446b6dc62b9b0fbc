package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.types.Usefulness.Any;
import dev.ithaca.vm.types.Usefulness.Either;
import dev.ithaca.vm.types.Usefulness.Head;
import dev.ithaca.vm.types.Usefulness.Node;
import dev.ithaca.vm.types.Usefulness.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns of values that the arms of a match or the clauses of a function leave out. */
final class Coverage {
    private static final Head NIL = new Head("[]", 0);
    private static final Head CELL = new Head("[|]", 2);
    /** Something no pattern counts as covering: tests whose outcome is not known. */
    private static final Shape NOTHING = new Either(List.of());

    private final Body body;

    Coverage(Body body) { this.body = body; }

    /** Guarded arms count as covering nothing here. */
    void checkMatch(List<Expr.Arm> arms, Type subject, Place place) {
        List<List<Shape>> rows = new ArrayList<>();
        for (Expr.Arm arm : arms) if (arm.guard() == null) rows.add(List.of(shape(arm.pattern(), subject)));
        check(rows, List.of(subject), place);
    }

    void checkClauses(List<Item.Function> clauses, List<Type> params, Place place) {
        List<List<Shape>> rows = new ArrayList<>();
        for (Item.Function clause : clauses) {
            if (clause.guard() != null) continue;
            List<Shape> row = new ArrayList<>();
            for (int i = 0; i < params.size(); i++) row.add(shape(clause.params().get(i).pattern(), params.get(i)));
            rows.add(row);
        }
        check(rows, params, place);
    }

    private void check(List<List<Shape>> rows, List<Type> types, Place place) {
        new Usefulness(new Types()).uncovered(rows, types)
                .ifPresent(witness -> body.report().incompletePatterns(place, String.join(", ", witness)));
    }

    private Shape shape(Pattern pattern, Type type) {
        return switch (pattern) {
            case Pattern.Wildcard _, Pattern.Variable _ -> new Any();
            case Pattern.Pin _, Pattern.Range _, Pattern.MapOf _, Pattern.SetOf _ -> NOTHING;
            case Pattern.Unit _ -> new Any();
            case Pattern.Literal l -> new Node(new Head(Expressions.valueOf(l.value()), 0), List.of());
            case Pattern.Tuple t -> tuple(t, type);
            case Pattern.ListOf l -> list(l, type);
            case Pattern.Or or -> new Either(or.alternatives().stream().map(p -> shape(p, type)).toList());
            case Pattern.Constructor c -> constructor(c.name().text(), type, (symbol, types) -> {
                List<Shape> parts = new ArrayList<>();
                for (int i = 0; i < symbol.arity(); i++) {
                    parts.add(i < c.args().size() ? shape(c.args().get(i), types.get(i)) : new Any());
                }
                return parts;
            });
            case Pattern.NamedConstructor c -> constructor(c.name().text(), type, (symbol, types) -> fields(c.fields(), symbol, types));
            case Pattern.Record r -> Unifier.prune(type) instanceof Type.Con con && con.symbol().constructors().size() == 1
                    ? constructor(con.symbol().constructors().getFirst().name(), type, (symbol, types) -> fields(r.fields(), symbol, types))
                    : NOTHING;
        };
    }

    private interface Parts {
        List<Shape> of(ConstructorSymbol constructor, List<Type> fieldTypes);
    }

    private Shape constructor(String name, Type type, Parts parts) {
        if (!(Unifier.prune(type) instanceof Type.Con con)) return NOTHING;
        ConstructorSymbol c = body.lookup().constructor(name, con.symbol());
        // What an unknown constructor leaves open is not known either; it has been reported.
        if (c == null) return body.lookup().constructors(name).isEmpty() ? new Any() : NOTHING;
        return new Node(new Head(c, c.arity()), parts.of(c, Constructions.fieldTypes(c, con)));
    }

    private List<Shape> fields(List<Pattern.FieldPattern> patterns, ConstructorSymbol symbol, List<Type> types) {
        List<Shape> parts = new ArrayList<>();
        for (int i = 0; i < symbol.arity(); i++) parts.add(new Any());
        for (Pattern.FieldPattern f : patterns) {
            int index = symbol.fieldIndex(f.field().text());
            if (index >= 0) parts.set(index, shape(f.pattern(), types.get(index)));
        }
        return parts;
    }

    private Shape tuple(Pattern.Tuple t, Type type) {
        if (!(Unifier.prune(type) instanceof Type.Tuple known) || known.elements().size() != t.elements().size()) return NOTHING;
        List<Shape> parts = new ArrayList<>();
        for (int i = 0; i < t.elements().size(); i++) parts.add(shape(t.elements().get(i), known.elements().get(i)));
        return new Node(new Head("()", parts.size()), parts);
    }

    private Shape list(Pattern.ListOf l, Type type) {
        if (!isList(type)) return NOTHING;
        Type element = ((Type.Con) Unifier.prune(type)).args().getFirst();
        Shape rest = l.rest() == null ? new Node(NIL, List.of()) : shape(l.rest(), type);
        for (int i = l.elements().size() - 1; i >= 0; i--) rest = new Node(CELL, List.of(shape(l.elements().get(i), element), rest));
        return rest;
    }

    private static boolean isList(Type type) {
        return Unifier.prune(type) instanceof Type.Con con && con.symbol() == BuiltinTypes.LIST_SYMBOL && con.args().size() == 1;
    }

    /** How values of a type are built. */
    private static final class Types implements Usefulness.Signature {
        @Override public Optional<List<Head>> heads(Type type) {
            if (isList(type)) return Optional.of(List.of(NIL, CELL));
            return switch (type) {
                case Type.Tuple tuple -> Optional.of(List.of(new Head("()", tuple.elements().size())));
                case Type.Con con when con.symbol() == BuiltinTypes.BOOL_SYMBOL ->
                        Optional.of(List.of(new Head(true, 0), new Head(false, 0)));
                case Type.Con con when !con.symbol().constructors().isEmpty() ->
                        Optional.of(con.symbol().constructors().stream().map(c -> new Head(c, c.arity())).toList());
                default -> Optional.empty();
            };
        }

        @Override public List<Type> parts(Type type, Head head) {
            if (head.equals(CELL)) return List.of(((Type.Con) type).args().getFirst(), type);
            return switch (head.key()) {
                case ConstructorSymbol c -> Constructions.fieldTypes(c, (Type.Con) type);
                default -> type instanceof Type.Tuple tuple && head.arity() > 0 ? tuple.elements() : List.of();
            };
        }

        @Override public String show(Head head, List<String> parts) {
            if (head.equals(NIL)) return "[]";
            if (head.equals(CELL)) return "[" + parts.get(0) + " | " + parts.get(1) + "]";
            if (head.key() instanceof ConstructorSymbol c) {
                return parts.isEmpty() ? c.name() : c.name() + "(" + String.join(", ", parts) + ")";
            }
            return head.key().equals("()") ? "(" + String.join(", ", parts) + ")" : String.valueOf(head.key());
        }
    }
}
