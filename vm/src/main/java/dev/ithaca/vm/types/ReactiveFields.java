package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reading and assigning fields of reactive records adds: listeners hear of it (chapter 4, section 6). */
final class ReactiveFields {
    static final String MODULE = "stdlib.reactivity";
    private static final Map<String, String> RECORD_METHODS = Map.of("onChange", "onFieldChange", "onRead", "onFieldRead");
    private static final Map<String, String> VARIANT_METHODS = Map.of("get", "current", "set", "replace", "onChange", "onReplace",
            "onRead", "onGet");

    private ReactiveFields() {}

    /** The library function that is a method of a reactive type; null if there is none. */
    static String method(TypeSymbol reactive, String name) {
        return methods(reactive).get(name);
    }

    /** The names of the methods of a reactive type. */
    static Set<String> methodNames(TypeSymbol reactive) { return methods(reactive).keySet(); }

    private static Map<String, String> methods(TypeSymbol reactive) {
        return reactive.kind() == TypeSymbol.Kind.RECORD ? RECORD_METHODS : VARIANT_METHODS;
    }

    /** The type of what every reactive record has besides its fields; null for another name. */
    static Type relatives(Type record, String name) {
        if (!isReactive(record)) return null;
        return switch (name) {
            case "children" -> BuiltinTypes.list(BuiltinTypes.DYNAMIC);
            case "parents" -> BuiltinTypes.list(new Type.Tuple(List.of(BuiltinTypes.DYNAMIC, BuiltinTypes.STRING)));
            default -> null;
        };
    }

    static boolean isReactive(Type type) { return type instanceof Type.Con con && con.symbol().reactive(); }

    static Core read(Emitter out, Core target, FieldAccess access, Span span) {
        List<Core> steps = new ArrayList<>();
        Core record = out.spill(target, steps);
        Core value = out.spill(new Core.FieldGet(record, access.constructor(), access.index(), out.concrete(access.type()), span), steps);
        steps.add(tell(out, "fieldRead", access.constructor(), access.index(), record, List.of(value), span));
        return out.after(steps, value);
    }

    static Core assign(Emitter out, Core target, ConstructorSymbol constructor, int index, Core assigned, Span span) {
        List<Core> steps = new ArrayList<>();
        Core record = out.spill(target, steps);
        Core value = out.spill(assigned, steps);
        Core old = out.spill(new Core.FieldGet(record, constructor, index, value.type(), span), steps);
        steps.add(new Core.FieldSet(record, constructor, index, value, BuiltinTypes.UNIT, span));
        return out.after(steps, tell(out, "fieldChanged", constructor, index, record, List.of(old, value), span));
    }

    private static Core tell(Emitter out, String function, ConstructorSymbol constructor, int index, Core record, List<Core> values, Span span) {
        FunctionSymbol teller = out.tables().modules().get(MODULE).functions().get(function).getFirst();
        List<Core> args = new ArrayList<>(List.of(record, new Core.Const(constructor.fields().get(index).name(), BuiltinTypes.STRING, span)));
        args.addAll(values);
        Type[] params = new Type[args.size()];
        Arrays.fill(params, BuiltinTypes.DYNAMIC);
        params[1] = BuiltinTypes.STRING;
        return out.call(teller, List.of(params), BuiltinTypes.UNIT, args, span);
    }
}
