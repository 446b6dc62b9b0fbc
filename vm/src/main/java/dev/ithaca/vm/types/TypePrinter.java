package dev.ithaca.vm.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Types as users read them (chapter 2, section 2.6). One printer per message: variables are named in order of appearance. */
final class TypePrinter {
    private final Map<TypeVariable, String> names = new IdentityHashMap<>();

    String print(Type type) {
        return switch (Unifier.prune(type)) {
            case TypeVariable v -> names.computeIfAbsent(v, _ -> variableName(names.size()));
            case Type.Con con -> con.args().isEmpty() ? name(con.symbol()) : name(con.symbol()) + list("[", con.args(), "]");
            case Type.Tuple tuple -> list("(", tuple.elements(), ")");
            case Type.Function f -> list("(", f.params(), ")") + " -> " + print(f.result());
            case Type.Param param -> param.name();
            case Type.Dynamic _ -> "?";
        };
    }

    /** Whether a part of the type is not known. */
    static boolean hasUnknown(Type type) {
        return switch (Unifier.prune(type)) {
            case TypeVariable _, Type.Dynamic _ -> true;
            case Type.Con con -> con.args().stream().anyMatch(TypePrinter::hasUnknown);
            case Type.Tuple tuple -> tuple.elements().stream().anyMatch(TypePrinter::hasUnknown);
            case Type.Function f -> f.params().stream().anyMatch(TypePrinter::hasUnknown) || hasUnknown(f.result());
            case Type.Param _ -> false;
        };
    }

    /** The bare constructor of a type, as unknown methods name it. */
    static String head(Type type) {
        return switch (Unifier.prune(type)) {
            case Type.Con con when con.symbol() == BuiltinTypes.UNIT_SYMBOL -> "Unit";
            case Type.Con con -> con.symbol().name();
            case Type.Tuple _ -> "Tuple";
            case Type.Function _ -> "Function";
            case Type.Param param -> param.name();
            case TypeVariable _, Type.Dynamic _ -> "?";
        };
    }

    /** A type of the standard library loses its module, one of a user module keeps it. */
    static String name(TypeSymbol symbol) {
        return symbol.module().startsWith("stdlib.") ? symbol.name() : symbol.qualifiedName();
    }

    private String list(String open, List<Type> types, String close) {
        return types.stream().map(this::print).collect(Collectors.joining(", ", open, close));
    }

    private static String variableName(int index) {
        String letter = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? letter : letter + index / 26;
    }
}
