package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the signatures of builtins: {@code Ord a, Show b => List[a], (a, a -> Int) -> b}. Parameters are separated by
 * commas, {@code ()} alone before the arrow means none; function types stand in parentheses.
 */
final class SignatureParser {
    private final Function<String, TypeSymbol> types;

    /** @param types finds a type of the language or the library by name, null if there is none */
    SignatureParser(Function<String, TypeSymbol> types) { this.types = types; }

    Scheme parse(String signature) { return new Reader(signature).scheme(); }

    /** A closed type such as {@code List[Int]}. */
    Type parseType(String text) { return new Reader(text).type(); }

    private final class Reader {
        private final String text;
        private int at;
        private final Map<String, TypeVariable> variables = new HashMap<>();

        Reader(String text) { this.text = text; }

        Scheme scheme() {
            List<Constraint> bounds = new ArrayList<>();
            int arrow = text.indexOf("=>");
            if (arrow >= 0) {
                for (String bound : text.substring(0, arrow).split(",")) {
                    String[] parts = bound.trim().split("\\s+");
                    if (parts.length != 2) throw bad();
                    TypeVariable variable = variable(parts[1]);
                    BoundConstraint constraint = new BoundConstraint(null, parts[0], null, variable);
                    variable.await(constraint);
                    bounds.add(constraint);
                }
                at = arrow + 2;
            }
            List<Type> params = new ArrayList<>();
            if (!peek("->")) {
                params.add(type());
                while (take(",")) params.add(type());
            }
            expect("->");
            Type result = type();
            if (params.size() == 1 && params.getFirst().equals(BuiltinTypes.UNIT)) params.clear();
            skip();
            if (at < text.length()) throw bad();
            return new Scheme(List.of(), params, result, bounds);
        }

        Type type() {
            if (take("(")) return parenthesised();
            if (take("[")) {
                Type element = type();
                expect("]");
                return BuiltinTypes.list(element);
            }
            String name = name();
            if (Character.isLowerCase(name.charAt(0))) return variable(name);
            List<Type> args = new ArrayList<>();
            if (take("[")) {
                do args.add(type()); while (take(","));
                expect("]");
            }
            TypeSymbol symbol = types.apply(name);
            if (symbol == null) throw new IllegalArgumentException("unknown type " + name + " in the signature " + text);
            return new Type.Con(symbol, args);
        }

        private Type parenthesised() {
            List<Type> elements = new ArrayList<>();
            if (!peek(")") && !peek("->")) {
                elements.add(type());
                while (take(",")) elements.add(type());
            }
            if (take("->")) {
                Type result = type();
                expect(")");
                if (elements.size() == 1 && elements.getFirst().equals(BuiltinTypes.UNIT)) elements.clear();
                return new Type.Function(elements, result);
            }
            expect(")");
            if (isNested() && take("->")) return new Type.Function(elements, type());
            return elements.isEmpty() ? BuiltinTypes.UNIT : elements.size() == 1 ? elements.getFirst() : new Type.Tuple(elements);
        }

        /** Inside brackets an arrow after a closing parenthesis belongs to a function type, outside it is the signature's. */
        private boolean isNested() {
            int depth = 0;
            for (int i = Math.max(0, text.indexOf("=>")); i < at; i++) {
                char c = text.charAt(i);
                if (c == '(' || c == '[') depth++;
                else if (c == ')' || c == ']') depth--;
            }
            return depth > 0;
        }

        private TypeVariable variable(String name) {
            return variables.computeIfAbsent(name, _ -> new TypeVariable(TypeVariable.GENERIC));
        }

        private String name() {
            skip();
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
            if (start == at) throw bad();
            return text.substring(start, at);
        }

        private void skip() { while (at < text.length() && text.charAt(at) == ' ') at++; }

        private boolean peek(String token) {
            skip();
            return text.startsWith(token, at);
        }

        private boolean take(String token) {
            if (!peek(token)) return false;
            at += token.length();
            return true;
        }

        private void expect(String token) { if (!take(token)) throw bad(); }

        private IllegalArgumentException bad() {
            return new IllegalArgumentException("cannot read the signature \"" + text + "\" at " + at);
        }
    }
}
