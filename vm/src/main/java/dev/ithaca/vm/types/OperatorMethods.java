package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which trait methods stand behind the operators (chapter 2, section 5.6). In the builtin traits a method may be written
 * as the operator itself: {@code +} in {@code Num} is {@code add}. In any other trait an operator is a method of that name.
 */
final class OperatorMethods {
    private static final Map<BinaryOp, String> NAMES = Map.of(BinaryOp.ADD, "add", BinaryOp.SUB, "sub", BinaryOp.MUL, "mul",
            BinaryOp.DIV, "div", BinaryOp.LT, "lt", BinaryOp.LE, "lte", BinaryOp.GT, "gt", BinaryOp.GE, "gte", BinaryOp.EQ,
            "eq", BinaryOp.NE, "neq");
    private static final Map<String, String> BY_SYMBOL = NAMES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(e -> e.getKey().symbol(), Map.Entry::getValue));
    private static final Map<String, List<BinaryOp>> BY_TRAIT = Arrays.stream(BinaryOp.values())
            .filter(op -> trait(op) != null).collect(Collectors.groupingBy(OperatorMethods::trait));

    private OperatorMethods() {}

    /** The method's name in the operator's builtin trait; null for operators without one. */
    static String name(BinaryOp op) { return NAMES.get(op); }

    /** The trait an operator requires; null for those that require none. */
    static String trait(BinaryOp op) {
        return switch (op) {
            case ADD, SUB, MUL, DIV, REM, POW -> "Num";
            case EQ, NE -> "Eq";
            case LT, LE, GT, GE -> "Ord";
            case CONCAT -> "Concat";
            case CONS, AND, OR -> null;
        };
    }

    /** The method the operator calls for a left operand of this type; null if the operation is the language's own. */
    static FunctionSymbol find(ImplTable implementations, Type left, BinaryOp op) {
        if (!(Unifier.prune(left) instanceof Type.Con con) || con.symbol().constructors().isEmpty()) return null;
        String name = name(op);
        ImplTable.Found found = name == null ? null : implementations.method(con, name, trait(op));
        if (found == null) found = implementations.method(con, op.symbol(), null);
        return found == null || found.method().arity() != 2 ? null : found.method();
    }

    /** Whether some operator that requires the trait is a method of the type in a trait of the program's own. */
    static boolean anyFor(ImplTable implementations, Type type, String trait) {
        return BY_TRAIT.getOrDefault(trait, List.of()).stream()
                .anyMatch(op -> implementations.anyProvides(op.symbol()) && find(implementations, type, op) != null);
    }

    /** The trait with operators under the names of the builtin trait. */
    static Item.TraitDef named(Item.TraitDef trait) {
        if (!TraitSymbol.BUILTIN.contains(trait.name().text())) return trait;
        List<Item.TraitMethod> methods = trait.methods().stream().map(m -> new Item.TraitMethod(named(m.name()), m.params(),
                m.returnType(), m.defaultBody(), m.doc(), m.span())).toList();
        return new Item.TraitDef(trait.isPublic(), trait.name(), trait.supertraits(), methods, trait.doc(), trait.span());
    }

    /** The methods of an implementation, with operators under the names of the builtin trait. */
    static List<Item.Function> named(Item.TraitImpl implementation) {
        if (!TraitSymbol.BUILTIN.contains(implementation.trait().text())) return implementation.methods();
        return implementation.methods().stream().map(f -> new Item.Function(f.isPublic(), named(f.name()), f.typeParams(),
                f.params(), f.guard(), f.returnType(), f.body(), f.decorators(), f.doc(), f.span())).toList();
    }

    private static Name named(Name name) {
        String word = BY_SYMBOL.get(name.text());
        return word == null ? name : new Name(word, name.span());
    }
}
