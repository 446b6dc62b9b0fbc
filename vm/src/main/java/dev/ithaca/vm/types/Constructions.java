package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Records and variants: construction, copies with changed fields, constructors as values. */
final class Constructions {
    private final Body body;

    Constructions(Body body) { this.body = body; }

    Typed upperName(Expr.UpperName u, LocalScope scope, Type expected) {
        String name = u.name().text();
        List<ConstructorSymbol> constructors = body.lookup().constructors(name);
        if (!constructors.isEmpty()) return bare(choose(constructors, expected), u.span());
        Typed value = body.names().moduleName(name, u.span(), expected);
        if (value != null) return value;
        TypeSymbol type = body.lookup().type(name);
        if (type != null) body.session().names().unknownVariable(body.place(u.span()), name, List.of(), List.of());
        else body.names().unknown(name, u.span(), scope);
        return body.erroneous(u.span());
    }

    /** Which type's constructor a shared name means: the one the context asks for, else the first by type name. */
    ConstructorSymbol choose(List<ConstructorSymbol> constructors, Type expected) {
        if (constructors.size() > 1 && expected != null) {
            Type type = Unifier.prune(expected);
            if (type instanceof Type.Function f) type = Unifier.prune(f.result());
            for (ConstructorSymbol c : constructors) if (type instanceof Type.Con con && con.symbol() == c.owner()) return c;
        }
        return constructors.stream().min(Comparator.comparing((ConstructorSymbol c) -> c.owner().name())).orElseThrow();
    }

    /** A constructor without arguments: its value if it has no fields, else a function. */
    Typed bare(ConstructorSymbol constructor, Span span) {
        if (!visible(constructor, span)) return body.erroneous(span);
        Type.Con type = open(constructor.owner());
        if (constructor.arity() == 0) {
            return new Typed(type, true, out -> new Core.Construct(constructor, List.of(), out.concrete(type), span));
        }
        List<Type> params = fieldTypes(constructor, type);
        return new Typed(new Type.Function(params, type), out -> {
            List<Local> locals = new ArrayList<>();
            List<Core> args = new ArrayList<>();
            for (int i = 0; i < params.size(); i++) {
                Local local = new Local("field" + i, out.concrete(params.get(i)), false, true);
                locals.add(local);
                args.add(new Core.LocalGet(local, local.type(), span));
            }
            Type made = out.concrete(type);
            Core construct = new Core.Construct(constructor, args, made, span);
            return new Core.Lambda(constructor.name(), locals, made, construct,
                    out.concrete(new Type.Function(params, type)), span);
        });
    }

    private Type.Con open(TypeSymbol owner) {
        List<Type> args = new ArrayList<>();
        for (int i = 0; i < owner.params().size(); i++) args.add(body.fresh());
        return new Type.Con(owner, args);
    }

    static List<Type> fieldTypes(ConstructorSymbol constructor, Type.Con type) {
        return constructor.fields().stream().map(f -> TypeArguments.substitute(f.type(), type.args())).toList();
    }

    private boolean visible(ConstructorSymbol constructor, Span span) {
        TypeSymbol owner = constructor.owner();
        if (owner.isPublic() || owner.module().startsWith("stdlib.")) return true;
        ModuleScope home = body.session().tables().modules().get(owner.module());
        if (home == null || body.module().seesPrivateOf(home)) return true;
        body.session().names().privateType(body.place(span), owner.name(), owner.module());
        return false;
    }

    Typed construct(Expr.Construct c, LocalScope scope, Type expected) {
        List<ConstructorSymbol> constructors = candidates(c, scope);
        List<Operand> operands = c.args().stream().map(Operand::of).toList();
        if (constructors == null) return failed(operands, scope, c.span());
        if (constructors.isEmpty()) return notAConstructor(c, operands, scope, expected);
        ConstructorSymbol constructor = choose(byArguments(constructors, operands, expected, scope), expected);
        if (!visible(constructor, c.name().span())) return failed(operands, scope, c.span());
        Type.Con type = open(constructor.owner());
        if (expected != null && Unifier.prune(expected) instanceof Type.Con e && e.symbol() == type.symbol()
                && e.args().size() == type.args().size()) {
            hint(type, e);
        }
        boolean record = constructor.owner().kind() == TypeSymbol.Kind.RECORD
                || constructor.name().equals(constructor.owner().name()) && constructor.hasNamedFields();
        boolean labelled = operands.stream().anyMatch(o -> o.label() != null);
        if (record && labelled && operands.getFirst().label() == null
                && operands.stream().skip(1).allMatch(o -> o.label() != null)
                && isBase(constructor, operands, scope)) {
            return update(constructor, type, operands, scope, c.span());
        }
        return fill(constructor, type, operands, record, scope, c.span());
    }

    /** Among constructors of one name those whose fields take the arguments, unless the context decides. */
    private List<ConstructorSymbol> byArguments(List<ConstructorSymbol> all, List<Operand> operands, Type expected,
                                                LocalScope scope) {
        boolean decided = expected != null && Unifier.prune(expected) instanceof Type.Con con
                && all.stream().anyMatch(c -> c.owner() == con.symbol());
        if (all.size() == 1 || decided) return all;
        for (Operand operand : operands) body.calls().inferred(operand, scope);
        body.session().drain();
        List<ConstructorSymbol> fitting = all.stream().filter(c -> takes(c, operands)).toList();
        return fitting.isEmpty() ? all : fitting;
    }

    private static boolean takes(ConstructorSymbol constructor, List<Operand> operands) {
        if (constructor.arity() != operands.size()) return false;
        List<Type> unknown = constructor.owner().params().stream().<Type>map(_ -> BuiltinTypes.DYNAMIC).toList();
        List<Type> fields = fieldTypes(constructor, new Type.Con(constructor.owner(), unknown));
        for (int i = 0; i < fields.size(); i++) {
            Name label = operands.get(i).label();
            int index = label == null ? i : constructor.fieldIndex(label.text());
            if (index < 0 || Compatibility.score(fields.get(index), operands.get(i).type()) == Compatibility.NO) return false;
        }
        return true;
    }

    /** A hint only: unknown arguments of the expected type stay independent. */
    private void hint(Type.Con type, Type.Con expected) {
        for (int i = 0; i < type.args().size(); i++) {
            if (!(Unifier.prune(expected.args().get(i)) instanceof TypeVariable)
                    && !(Unifier.prune(type.args().get(i)) instanceof Type.Con)) {
                body.session().unifier().tryUnify(type.args().get(i), expected.args().get(i));
            }
        }
    }

    /** {@code P(p, x: 1)} copies p unless the labels leave exactly one field for it. */
    private boolean isBase(ConstructorSymbol constructor, List<Operand> operands, LocalScope scope) {
        Type first = Unifier.prune(body.calls().inferred(operands.getFirst(), scope).type());
        if (first instanceof TypeVariable || first instanceof Type.Con con && con.symbol() == constructor.owner()) return true;
        return operands.size() != constructor.arity();
    }

    /** Null after a reported error. */
    private List<ConstructorSymbol> candidates(Expr.Construct c, LocalScope scope) {
        String name = c.name().text();
        if (c.qualifier() == null) return body.lookup().constructors(name);
        String path = QualifiedNames.path(c.qualifier(), scope);
        ModuleScope module = path == null ? null : body.qualified().module(path);
        if (module == null) {
            body.session().names().unknownType(body.place(c.span()), (path == null ? "" : path + ".") + name, List.of());
            return null;
        }
        if (!body.qualified().accessible(module, name, c.name().span())) return null;
        List<ConstructorSymbol> found = module.constructors().get(name);
        if (found == null) body.session().names().unknownType(body.place(c.span()), path + "." + name, List.of());
        return found;
    }

    private Typed failed(List<Operand> operands, LocalScope scope, Span span) {
        for (Operand operand : operands) body.calls().inferred(operand, scope);
        return body.erroneous(span);
    }

    private Typed notAConstructor(Expr.Construct c, List<Operand> operands, LocalScope scope, Type expected) {
        String name = c.name().text();
        TypeSymbol type = body.lookup().type(name);
        if (type != null && operands.size() == 1 && BuiltinTypes.named(name) == type) {
            String conversion = "to" + type.name();
            if (!body.lookup().functions(conversion).isEmpty()) {
                return body.calls().byName(conversion, c.name().span(), List.of(), operands, scope, expected, c.span());
            }
        }
        Typed value = body.names().moduleName(name, c.name().span(), null);
        if (value != null) return body.calls().callValue(value, operands, scope, c.span());
        if (type != null) body.session().names().notAConstructor(body.place(c.name().span()), type);
        else if (!body.module().lacksImport(name)) {
            body.session().names().unknownType(body.place(c.name().span()), name, new SimilarNames(body.module()).constructors(name));
        }
        return failed(operands, scope, c.span());
    }

    /** Positional and labelled arguments in the places of the fields. */
    private Typed fill(ConstructorSymbol constructor, Type.Con type, List<Operand> operands, boolean record, LocalScope scope,
                       Span span) {
        int[] fieldOf = bind(constructor, operands, record, span);
        if (fieldOf == null) return failed(operands, scope, span);
        List<Type> params = fieldTypes(constructor, type);
        pass(operands, fieldOf, params, scope);
        return new Typed(type, true, out -> {
            Core[] args = new Core[constructor.arity()];
            List<Core> before = new ArrayList<>();
            boolean ordered = isAscending(fieldOf);
            for (int i = 0; i < operands.size(); i++) {
                Core arg = operands.get(i).typed().emit().emit(out);
                args[fieldOf[i]] = ordered ? arg : out.spill(arg, before);
            }
            return out.after(before, new Core.Construct(constructor, Arrays.asList(args), out.concrete(type), span));
        });
    }

    private void pass(List<Operand> operands, int[] fieldOf, List<Type> params, LocalScope scope) {
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            Type param = params.get(fieldOf[i]);
            if (!operand.isInferred()) operand.infer(body.infer(operand.expr(), scope, param));
            body.session().unify(param, operand.type(), body.place(operand.span()));
            body.session().drain();
        }
    }

    private static boolean isAscending(int[] indices) {
        for (int i = 1; i < indices.length; i++) if (indices[i] < indices[i - 1]) return false;
        return true;
    }

    /** Null after a reported error. */
    private int[] bind(ConstructorSymbol constructor, List<Operand> operands, boolean record, Span span) {
        int[] fieldOf = new int[operands.size()];
        boolean[] filled = new boolean[constructor.arity()];
        for (int i = 0; i < fieldOf.length; i++) {
            fieldOf[i] = -1;
            Name label = operands.get(i).label();
            if (label == null) continue;
            int index = constructor.fieldIndex(label.text());
            if (index < 0) {
                Place place = body.place(label.span());
                if (record) body.report().noField(place, new Type.Con(constructor.owner()), label.text());
                else body.report().unknownFieldOf(place, label.text(), constructor.name());
                return null;
            }
            fieldOf[i] = index;
            filled[index] = true;
        }
        int next = 0;
        for (int i = 0; i < fieldOf.length; i++) {
            if (fieldOf[i] >= 0) continue;
            while (next < filled.length && filled[next]) next++;
            if (next == filled.length) {
                body.report().argumentCount(body.place(span), constructor.arity(), operands.size());
                return null;
            }
            filled[next] = true;
            fieldOf[i] = next;
        }
        for (int i = 0; i < filled.length; i++) {
            if (filled[i]) continue;
            missing(constructor, i, operands, record, span);
            return null;
        }
        return fieldOf;
    }

    private void missing(ConstructorSymbol constructor, int field, List<Operand> operands, boolean record, Span span) {
        Place place = body.place(span);
        if (!constructor.hasNamedFields()) body.report().argumentCount(place, constructor.arity(), operands.size());
        else if (record) body.report().missingField(place, constructor.fields().get(field).name());
        else if (operands.stream().noneMatch(o -> o.label() != null)) {
            body.report().argumentCount(place, constructor.arity(), operands.size());
        } else body.report().missingFieldOf(place, constructor.fields().get(field).name(), constructor.name());
    }

    private Typed update(ConstructorSymbol constructor, Type.Con type, List<Operand> operands, LocalScope scope, Span span) {
        Typed base = body.calls().inferred(operands.getFirst(), scope);
        body.session().unify(type, base.type(), body.place(operands.getFirst().span()));
        List<Operand> changes = operands.subList(1, operands.size());
        int[] fieldOf = new int[changes.size()];
        for (int i = 0; i < fieldOf.length; i++) {
            Name label = changes.get(i).label();
            fieldOf[i] = constructor.fieldIndex(label.text());
            if (fieldOf[i] < 0) {
                body.report().noField(body.place(label.span()), new Type.Con(constructor.owner()), label.text());
                return failed(changes, scope, span);
            }
        }
        pass(changes, fieldOf, fieldTypes(constructor, type), scope);
        return new Typed(type, true, out -> {
            List<Core> before = new ArrayList<>();
            Core record = out.spill(base.emit().emit(out), before);
            Core[] args = new Core[constructor.arity()];
            for (int i = 0; i < fieldOf.length; i++) args[fieldOf[i]] = out.spill(changes.get(i).typed().emit().emit(out), before);
            List<Type> types = out.concreteAll(fieldTypes(constructor, type));
            for (int i = 0; i < args.length; i++) {
                if (args[i] == null) args[i] = new Core.FieldGet(record, constructor, i, types.get(i), span);
            }
            return out.after(before, new Core.Construct(constructor, Arrays.asList(args), out.concrete(type), span));
        });
    }
}
