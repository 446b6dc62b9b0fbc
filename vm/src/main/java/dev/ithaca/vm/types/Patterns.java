package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Typing of patterns (chapter 1, section 7; chapter 2, section 10.1). */
final class Patterns {
    private final Body body;

    /** A pattern whose types are inferred. */
    interface Draft {
        /** @param value static type of the value it is matched against; dynamic for exceptions and messages */
        CorePattern emit(Emitter out, Type value);
    }

    Patterns(Body body) { this.body = body; }

    /**
     * @param outer where names that already exist are found; they constrain or are assigned instead of being bound
     * @param scope where new variables are declared
     */
    Draft infer(Pattern pattern, Type subject, LocalScope outer, LocalScope scope) {
        return new Reader(outer, scope).read(pattern, subject);
    }

    private final class Reader {
        private final LocalScope outer;
        private final LocalScope scope;
        private final Map<String, Variable> bound = new HashMap<>();
        /** Variables of earlier alternatives, which later ones bind again. */
        private Map<String, Variable> alternatives = Map.of();
        private final Map<String, Variable> existing = new HashMap<>();

        Reader(LocalScope outer, LocalScope scope) {
            this.outer = outer;
            this.scope = scope;
        }

        Draft read(Pattern pattern, Type subject) {
            return switch (pattern) {
                case Pattern.Wildcard _ -> (_, value) -> new CorePattern.Wildcard(value);
                case Pattern.Variable v -> variable(v, subject);
                case Pattern.Pin p -> pin(p.name(), p.span());
                case Pattern.Literal l -> literal(l, subject);
                case Pattern.Unit u -> {
                    unify(subject, BuiltinTypes.UNIT, u.span());
                    yield (_, value) -> new CorePattern.Literal(null, value);
                }
                case Pattern.Range r -> range(r, subject);
                case Pattern.Tuple t -> tuple(t, subject);
                case Pattern.ListOf l -> list(l, subject);
                case Pattern.Record r -> record(r, subject);
                case Pattern.Constructor c -> constructor(c, subject);
                case Pattern.NamedConstructor c -> namedConstructor(c, subject);
                case Pattern.MapOf m -> map(m, subject);
                case Pattern.SetOf s -> set(s, subject);
                case Pattern.Or or -> or(or, subject);
            };
        }

        private void unify(Type subject, Type pattern, Span span) {
            body.session().unifyLeniently(subject, pattern, body.place(span));
            body.session().drain();
        }

        private Draft variable(Pattern.Variable v, Type subject) {
            Variable again = bound.get(v.name());
            if (again != null) return equal(again, v.span());
            Variable same = alternatives.get(v.name());
            if (same != null) {
                unify(same.type(), subject, v.span());
                bound.put(v.name(), same);
                return (out, value) -> new CorePattern.Bind(same.local(out), value);
            }
            Variable visible = existing.computeIfAbsent(v.name(), outer::findOwn);
            if (visible != null && !visible.isPolymorphic()) return existing(visible, subject, v.span());
            Variable fresh = new Variable(v.name(), scope.frame(), subject, false, true, false);
            bound.put(v.name(), fresh);
            scope.declare(fresh);
            body.declared(fresh, v.span());
            return (out, value) -> new CorePattern.Bind(fresh.local(out), value);
        }

        private Draft existing(Variable visible, Type subject, Span span) {
            if (!visible.mutable()) {
                body.session().unifier().tryUnify(visible.type(), subject);
                return equal(visible, span);
            }
            body.session().unify(visible.type(), subject, body.place(span));
            visible.assign();
            return (out, value) -> new CorePattern.Assign(visible.local(out), value);
        }

        private Draft equal(Variable variable, Span span) {
            variable.use();
            return (out, value) -> {
                Local local = variable.local(out);
                return EqualityPatterns.equal(out, new Core.LocalGet(local, local.type(), span), value);
            };
        }

        private Draft pin(String name, Span span) {
            Typed value = pinned(name, span);
            return (out, type) -> EqualityPatterns.equal(out, value.emit().emit(out), type);
        }

        private Typed pinned(String name, Span span) {
            Variable earlier = bound.get(name);
            return earlier != null ? body.names().local(earlier, span)
                    : body.names().variable(new Expr.Variable(name, span), scope, null);
        }

        private Draft literal(Pattern.Literal l, Type subject) {
            unify(subject, Expressions.typeOf(l.value()), l.span());
            Object constant = Expressions.valueOf(l.value());
            Type own = Expressions.typeOf(l.value());
            return (_, value) -> value instanceof Type.Dynamic || !value.equals(own)
                    ? new CorePattern.Equal(new Core.Const(constant, own, l.span()), value)
                    : new CorePattern.Literal(constant, value);
        }

        private Draft range(Pattern.Range r, Type subject) {
            if (!TraitSolver.isNumeric(subject)) unify(subject, BuiltinTypes.INT, r.span());
            return (_, value) -> new CorePattern.Range(r.low(), r.high(), r.inclusive(), value);
        }

        private Draft tuple(Pattern.Tuple t, Type subject) {
            List<Type> types = new ArrayList<>();
            Type known = Unifier.prune(subject);
            boolean fits = known instanceof Type.Tuple k && k.elements().size() == t.elements().size();
            for (int i = 0; i < t.elements().size(); i++) types.add(fits ? ((Type.Tuple) known).elements().get(i) : body.fresh());
            if (!fits) unify(subject, new Type.Tuple(types), t.span());
            List<Draft> elements = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) elements.add(read(t.elements().get(i), types.get(i)));
            return (out, matched) -> {
                boolean same = matched instanceof Type.Tuple v && v.elements().size() == elements.size();
                if (isPrimitive(matched)) return impossible(matched, t.span());
                Type value = same ? matched : BuiltinTypes.DYNAMIC;
                List<CorePattern> emitted = new ArrayList<>();
                for (int i = 0; i < elements.size(); i++) {
                    emitted.add(elements.get(i).emit(out, same ? ((Type.Tuple) value).elements().get(i) : BuiltinTypes.DYNAMIC));
                }
                return new CorePattern.Tuple(emitted, value);
            };
        }

        private Draft list(Pattern.ListOf l, Type subject) {
            Type known = Unifier.prune(subject);
            boolean isList = known instanceof Type.Con con && con.symbol() == BuiltinTypes.LIST_SYMBOL;
            if (!isList && l.rest() != null && !l.elements().isEmpty() && l.elements().stream().allMatch(Reader::isText)) {
                return prefix(l, subject);
            }
            Type element = body.fresh();
            Type list = BuiltinTypes.list(element);
            if (known instanceof Type.Tuple) body.session().report().quoted(body.place(l.span()), known, list);
            else unify(subject, list, l.span());
            List<Draft> elements = l.elements().stream().map(p -> read(p, element)).toList();
            Draft rest = l.rest() == null ? null : read(l.rest(), list);
            return (out, matched) -> {
                if (isPrimitive(matched)) return impossible(matched, l.span());
                Type value = seenAs(BuiltinTypes.LIST_SYMBOL, matched);
                Type inner = value instanceof Type.Con con && con.args().size() == 1 ? con.args().getFirst() : BuiltinTypes.DYNAMIC;
                return new CorePattern.ListOf(elements.stream().map(e -> e.emit(out, inner)).toList(),
                        rest == null ? null : rest.emit(out, value), value);
            };
        }

        /** A pattern that no number or text matches. */
        private static CorePattern impossible(Type value, Span span) {
            Core other = value.equals(BuiltinTypes.BOOL) ? new Core.Const(0L, BuiltinTypes.INT, span)
                    : new Core.Const(true, BuiltinTypes.BOOL, span);
            return new CorePattern.Equal(other, value);
        }

        private static boolean isPrimitive(Type value) {
            return value instanceof Type.Con con && con.symbol().kind() == TypeSymbol.Kind.PRIMITIVE
                    && con.symbol() != BuiltinTypes.LIST_SYMBOL;
        }

        /** A value of another type than the pattern's is looked at by its class, so that the pattern's variables stay defined. */
        private static Type seenAs(TypeSymbol wanted, Type value) {
            return value instanceof Type.Con con && con.symbol() == wanted ? value : BuiltinTypes.DYNAMIC;
        }

        private static boolean isText(Pattern p) {
            return p instanceof Pattern.Literal literal && literal.value() instanceof Expr.StringLit;
        }

        private Draft prefix(Pattern.ListOf l, Type subject) {
            unify(subject, BuiltinTypes.STRING, l.span());
            StringBuilder text = new StringBuilder();
            for (Pattern p : l.elements()) text.append(((Expr.StringLit) ((Pattern.Literal) p).value()).value());
            Draft rest = read(l.rest(), BuiltinTypes.STRING);
            return (out, value) -> new CorePattern.StringPrefix(text.toString(), rest.emit(out, BuiltinTypes.STRING), value);
        }

        private Draft record(Pattern.Record r, Type subject) {
            List<Draft> drafts = new ArrayList<>();
            body.session().drain();
            for (Pattern.FieldPattern f : r.fields()) {
                body.fieldMatched(f.field().span(), subject, null);
                TypeVariable type = body.fresh();
                body.session().require(new FieldConstraint(body.place(f.field().span()), body.module(), subject,
                        f.field().text(), type));
                drafts.add(read(f.pattern(), type));
            }
            return (out, value) -> {
                Type owner = value instanceof Type.Dynamic ? out.concrete(subject) : value;
                CorePattern[] fields = null;
                ConstructorSymbol constructor = null;
                for (int i = 0; i < drafts.size(); i++) {
                    FieldAccess access = FieldAccess.of(owner, r.fields().get(i).field().text());
                    if (access == null) return new CorePattern.Wildcard(value);
                    constructor = access.constructor();
                    if (fields == null) fields = wildcards(constructor, out.argumentsOf(owner));
                    fields[access.index()] = drafts.get(i).emit(out, fields[access.index()].type());
                }
                return constructor == null ? new CorePattern.Wildcard(value)
                        : new CorePattern.Constructor(constructor, List.of(fields), value);
            };
        }

        private CorePattern[] wildcards(ConstructorSymbol constructor, List<Type> args) {
            CorePattern[] fields = new CorePattern[constructor.arity()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = new CorePattern.Wildcard(TypeArguments.substitute(constructor.fields().get(i).type(), args));
            }
            return fields;
        }

        private Draft constructor(Pattern.Constructor c, Type subject) {
            ConstructorSymbol constructor = resolve(c.name().text(), subject, c.name().span());
            if (constructor == null) {
                for (Pattern p : c.args()) read(p, body.fresh());
                return (_, value) -> new CorePattern.Wildcard(value);
            }
            Type.Con type = instance(constructor, subject, c.span());
            List<Type> fieldTypes = Constructions.fieldTypes(constructor, type);
            if (c.args().size() != constructor.arity()) {
                body.report().argumentCount(body.place(c.span()), constructor.arity(), c.args().size());
                for (Pattern p : c.args()) read(p, body.fresh());
                return (_, value) -> new CorePattern.Wildcard(value);
            }
            List<Draft> args = new ArrayList<>();
            for (int i = 0; i < fieldTypes.size(); i++) args.add(read(c.args().get(i), fieldTypes.get(i)));
            return (out, matched) -> {
                if (isPrimitive(matched)) return impossible(matched, c.span());
                Type value = seenAs(constructor.owner(), matched);
                CorePattern[] fields = wildcards(constructor, out.argumentsOf(value));
                for (int i = 0; i < fields.length; i++) fields[i] = args.get(i).emit(out, fields[i].type());
                return new CorePattern.Constructor(constructor, List.of(fields), value);
            };
        }

        private Draft namedConstructor(Pattern.NamedConstructor c, Type subject) {
            ConstructorSymbol constructor = resolve(c.name().text(), subject, c.name().span());
            if (constructor == null) {
                for (Pattern.FieldPattern f : c.fields()) read(f.pattern(), body.fresh());
                return (_, value) -> new CorePattern.Wildcard(value);
            }
            Type.Con type = instance(constructor, subject, c.span());
            List<Type> fieldTypes = Constructions.fieldTypes(constructor, type);
            Map<Integer, Draft> given = new HashMap<>();
            for (Pattern.FieldPattern f : c.fields()) {
                body.fieldMatched(f.field().span(), type, constructor);
                int index = constructor.fieldIndex(f.field().text());
                if (index < 0) {
                    body.report().noField(body.place(f.field().span()), new Type.Con(constructor.owner()), f.field().text());
                    read(f.pattern(), body.fresh());
                } else {
                    given.put(index, read(f.pattern(), fieldTypes.get(index)));
                }
            }
            return (out, matched) -> {
                if (isPrimitive(matched)) return impossible(matched, c.span());
                Type value = seenAs(constructor.owner(), matched);
                CorePattern[] fields = wildcards(constructor, out.argumentsOf(value));
                given.forEach((index, draft) -> fields[index] = draft.emit(out, fields[index].type()));
                return new CorePattern.Constructor(constructor, List.of(fields), value);
            };
        }

        private Type.Con instance(ConstructorSymbol constructor, Type subject, Span span) {
            if (Unifier.prune(subject) instanceof Type.Con con && con.symbol() == constructor.owner()
                    && con.args().size() == constructor.owner().params().size()) {
                return con;
            }
            List<Type> args = new ArrayList<>();
            for (int i = 0; i < constructor.owner().params().size(); i++) args.add(body.fresh());
            Type.Con type = new Type.Con(constructor.owner(), args);
            unify(subject, type, span);
            return type;
        }

        /** Null after a reported error. */
        private ConstructorSymbol resolve(String name, Type subject, Span span) {
            Type type = Unifier.prune(subject);
            if (type instanceof Type.Con con && con.symbol().constructor(name) != null) return con.symbol().constructor(name);
            List<ConstructorSymbol> candidates = body.lookup().constructors(name);
            if (candidates.isEmpty()) {
                if (!body.module().lacksImport(name)) {
                    body.report().unknownConstructor(body.place(span), name, new SimilarNames(body.module()).constructors(name));
                }
                return null;
            }
            return body.constructions().choose(candidates, subject);
        }

        private Draft map(Pattern.MapOf m, Type subject) {
            Type key = body.fresh();
            Type value = body.fresh();
            unify(subject, BuiltinTypes.map(key, value), m.span());
            List<Typed> keys = new ArrayList<>();
            for (Pattern.MapEntry entry : m.entries()) {
                Typed k = element(entry.key());
                body.session().unify(key, k.type(), body.place(entry.key().span()));
                keys.add(k);
            }
            List<Draft> values = values(m, value);
            return (out, type) -> {
                Type inner = type instanceof Type.Con con && con.args().size() == 2 ? con.args().get(1) : BuiltinTypes.DYNAMIC;
                return EqualityPatterns.map(out, Collections.emitAll(out, keys), values.stream().map(v -> v.emit(out, inner)).toList(),
                        type, m.span());
            };
        }

        /** A map whose type is not known yet may hold values of several types, told apart by the literals among them. */
        private List<Draft> values(Pattern.MapOf m, Type value) {
            boolean unknown = Unifier.prune(value) instanceof TypeVariable;
            List<Draft> drafts = new ArrayList<>();
            List<Type> entries = new ArrayList<>();
            List<Type> literals = new ArrayList<>();
            for (Pattern.MapEntry entry : m.entries()) {
                boolean literal = entry.value() instanceof Pattern.Literal;
                Type type = unknown || literal && body.session().elaborating() ? body.fresh() : value;
                (literal ? literals : entries).add(type);
                drafts.add(read(entry.value(), type));
            }
            if (unknown) body.session().require(new EntriesConstraint(body.place(m.span()), value, entries, literals));
            return drafts;
        }

        private Typed element(Pattern p) {
            return switch (p) {
                case Pattern.Literal l -> {
                    Type type = Expressions.typeOf(l.value());
                    yield new Typed(type, _ -> new Core.Const(Expressions.valueOf(l.value()), type, l.span()));
                }
                case Pattern.Pin pin -> pinned(pin.name(), pin.span());
                default -> {
                    body.session().names().invalidPattern(body.place(p.span()),
                            "Set patterns only support literals and pinned variables");
                    yield body.erroneous(p.span());
                }
            };
        }

        private Draft set(Pattern.SetOf s, Type subject) {
            Type element = body.fresh();
            unify(subject, BuiltinTypes.set(element), s.span());
            List<Typed> elements = new ArrayList<>();
            for (Pattern p : s.elements()) {
                Typed e = element(p);
                body.session().unify(element, e.type(), body.place(p.span()));
                elements.add(e);
            }
            return (out, value) -> EqualityPatterns.set(out, Collections.emitAll(out, elements), value, s.span());
        }

        private Draft or(Pattern.Or or, Type subject) {
            Map<String, Variable> before = new HashMap<>(bound);
            Map<String, Variable> outerAlternatives = alternatives;
            Map<String, Variable> all = new HashMap<>(outerAlternatives);
            List<Draft> drafts = new ArrayList<>();
            for (Pattern p : or.alternatives()) {
                bound.clear();
                bound.putAll(before);
                alternatives = all;
                drafts.add(read(p, subject));
                bound.forEach((name, variable) -> { if (!before.containsKey(name)) all.putIfAbsent(name, variable); });
            }
            all.forEach((name, variable) -> { if (!outerAlternatives.containsKey(name)) bound.putIfAbsent(name, variable); });
            alternatives = outerAlternatives;
            return (out, value) -> new CorePattern.Or(drafts.stream().map(d -> d.emit(out, value)).toList(), value);
        }
    }
}
