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

    private final Body body;

    TypeArgumentForms(Body body) { this.body = body; }

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
