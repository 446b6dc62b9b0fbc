package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls such as {@code fromJson[T](json)}: the library's function gets the name of the type as its first argument, and the
 * result has that type.
 */
final class TypeArgumentForms {
    /** Number of arguments of each form. */
    private static final Map<String, Integer> FORMS = Map.of("fromJson", 1, "jsonToType", 1, "makeRecord", 1, "makeVariant", 2,
            "typeNameOf", 0);

    /** What an editor tells of the forms, with {@code assertType}, which the calls themselves know. */
    private static final List<Symbol> SYMBOLS = List.of(
            symbol("assertType[T](value: T) -> T", "The value; a mistake of the program unless its type is T.\nCost: none"),
            symbol("fromJson[T](json: Json) -> T", "A value of the type T from Json; throws a text that says what does not fit.\nCost: O(size of the value)"),
            symbol("jsonToType[T](json: Json) -> T", "A value of the type T from Json; throws a text that says what does not fit.\nCost: O(size of the value)"),
            symbol("makeRecord[T](fields: Map[String, Json]) -> T", "A record of the type T from its fields; throws a text that says what does not fit.\nCost: O(size of the value)"),
            symbol("makeVariant[T](constructor: String, fields: Map[String, Json]) -> T",
                    "A value of the variant type T from a constructor's name and fields; throws a text that says what does not fit.\nCost: O(size of the value)"),
            symbol("typeNameOf[T]() -> String", "The name of the type T, also where T is a type parameter.\nCost: O(1)"));

    private final Body body;

    TypeArgumentForms(Body body) { this.body = body; }

    private static Symbol symbol(String signature, String doc) {
        return new Symbol(Symbol.Kind.FUNCTION, signature.substring(0, signature.indexOf('[')), signature, doc, null, null, true);
    }

    static List<Symbol> symbols() { return SYMBOLS; }

    static boolean isForm(String name, List<TypeExpr> typeArgs) { return typeArgs.size() == 1 && FORMS.containsKey(name); }

    Typed call(String name, TypeExpr written, List<Operand> operands, LocalScope scope, Span span) {
        Type target = body.resolve(written);
        List<Typed> values = new ArrayList<>();
        for (Operand operand : operands) values.add(body.calls().inferred(operand, scope));
        body.session().drain();
        if (operands.size() != FORMS.get(name)) {
            body.report().argumentCount(body.place(span), FORMS.get(name), operands.size());
            return body.erroneous(span);
        }
        Type result = name.equals("typeNameOf") ? BuiltinTypes.STRING : target;
        return new Typed(result, out -> {
            List<Type> types = new ArrayList<>(List.of(BuiltinTypes.STRING));
            List<Core> args = new ArrayList<>();
            args.add(new Core.Const(new TypePrinter().print(out.concrete(target)), BuiltinTypes.STRING, span));
            for (Typed value : values) {
                types.add(out.concrete(value.type()));
                args.add(value.emit().emit(out));
            }
            return out.helper("%" + name, types, out.concrete(result), args, span);
        });
    }
}
