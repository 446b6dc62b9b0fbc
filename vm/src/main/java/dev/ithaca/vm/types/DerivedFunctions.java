package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr.BinaryOp;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Functions the compiler writes for types that contain values with a text form, equality, order or hash of their own: they take
 * such values apart and put the answers together the way the library does.
 */
final class DerivedFunctions {
    private static final SourceFile FILE = new SourceFile("<derived>", "");

    private final Emitter out;
    private final Structural structural;
    private final ProgramTables tables;

    private record Key(String operation, Type type) {}

    DerivedFunctions(Emitter out, Structural structural, ProgramTables tables) {
        this.out = out;
        this.structural = structural;
        this.tables = tables;
    }

    // ---- text form

    FunctionInstance show(Type type, Span span) {
        return function("show", List.of(type), BuiltinTypes.STRING, type, (e, locals) -> {
            Core value = get(locals.getFirst(), span);
            Structural s = e.structural();
            return switch (type) {
                case Type.Tuple tuple -> e.structural().derived().showTuple(tuple, value, span);
                case Type.Con con when con.symbol() == BuiltinTypes.LIST_SYMBOL ->
                        s.derived().joined("[", con.args().getFirst(), value, "]", false, span);
                case Type.Con con when con.symbol() == BuiltinTypes.SET_SYMBOL -> {
                    Type element = con.args().getFirst();
                    Core list = e.helper("Set.toList", List.of(con), BuiltinTypes.list(element), List.of(value), span);
                    yield s.derived().joined("#{", element, list, "}", true, span);
                }
                case Type.Con con when con.symbol() == BuiltinTypes.MAP_SYMBOL -> s.derived().showMap(con, value, span);
                case Type.Con con -> s.derived().showConstructors(con, value, span);
                default -> e.helper("%show", List.of(type), BuiltinTypes.STRING, List.of(value), span);
            };
        });
    }

    private Core showTuple(Type.Tuple tuple, Core value, Span span) {
        List<Core> parts = new ArrayList<>();
        parts.add(text("(", span));
        for (int i = 0; i < tuple.elements().size(); i++) {
            if (i > 0) parts.add(text(", ", span));
            Type element = tuple.elements().get(i);
            parts.add(structural.showNested(element, new Core.TupleGet(value, i, element, span), span));
        }
        parts.add(text(")", span));
        return new Core.Concat(parts, BuiltinTypes.STRING, span);
    }

    /** Elements of a list with commas between them. */
    private Core joined(String open, Type element, Core list, String close, boolean sorted, Span span) {
        Local item = new Local("element", element, false, true);
        Core shown = structural.showNested(element, get(item, span), span);
        return joined(open, element, item, shown, list, close, sorted, span);
    }

    private Core joined(String open, Type element, Local item, Core shown, Core list, String close, boolean sorted, Span span) {
        Type function = new Type.Function(List.of(element), BuiltinTypes.STRING);
        Core lambda = new Core.Lambda("show", List.of(item), BuiltinTypes.STRING, shown, function, span);
        Type texts = BuiltinTypes.list(BuiltinTypes.STRING);
        Core all = out.call(listFunction("map"), List.of(BuiltinTypes.list(element), function), texts, List.of(list, lambda), span);
        if (sorted) all = out.call(listFunction("sort"), List.of(texts), texts, List.of(all), span);
        Core text = out.helper("String.join", List.of(texts, BuiltinTypes.STRING), BuiltinTypes.STRING,
                List.of(all, text(", ", span)), span);
        return new Core.Concat(List.of(text(open, span), text, text(close, span)), BuiltinTypes.STRING, span);
    }

    private Core showMap(Type.Con map, Core value, Span span) {
        Type entry = new Type.Tuple(map.args());
        Core list = out.helper("Map.toList", List.of(map), BuiltinTypes.list(entry), List.of(value), span);
        Local item = new Local("entry", entry, false, true);
        Core key = structural.showNested(map.args().get(0), new Core.TupleGet(get(item, span), 0, map.args().get(0), span), span);
        Core content = structural.showNested(map.args().get(1), new Core.TupleGet(get(item, span), 1, map.args().get(1), span), span);
        Core shown = new Core.Concat(List.of(key, text(": ", span), content), BuiltinTypes.STRING, span);
        return joined("%{", entry, item, shown, list, "}", false, span);
    }

    private FunctionSymbol listFunction(String name) { return tables.prelude().getFirst().functions().get(name).getFirst(); }

    private Core showConstructors(Type.Con type, Core value, Span span) {
        boolean record = type.symbol().kind() == TypeSymbol.Kind.RECORD;
        List<Core.Arm> arms = new ArrayList<>();
        for (ConstructorSymbol c : type.symbol().constructors()) {
            List<Local> fields = locals(c, type);
            List<Core> parts = new ArrayList<>();
            parts.add(text(c.arity() == 0 ? c.name() : c.name() + (record ? "{" : "("), span));
            for (int i = 0; i < fields.size(); i++) {
                String before = (i > 0 ? ", " : "") + (record ? c.fields().get(i).name() + ": " : "");
                if (!before.isEmpty()) parts.add(text(before, span));
                parts.add(structural.showNested(fields.get(i).type(), get(fields.get(i), span), span));
            }
            if (c.arity() > 0) parts.add(text(record ? "}" : ")", span));
            arms.add(new Core.Arm(List.of(pattern(c, fields, type)), null, new Core.Concat(parts, BuiltinTypes.STRING, span), span));
        }
        return new Core.Match(List.of(value), arms, Control.noArm(BuiltinTypes.STRING, span), BuiltinTypes.STRING, span);
    }

    // ---- equality and order

    FunctionInstance equality(Type type, Span span) {
        return function("eq", List.of(type, type), BuiltinTypes.BOOL, type, (e, locals) -> e.structural().derived()
                .pairwise(type, locals, true, span, e.structural()::equal));
    }

    FunctionInstance order(Type type, Span span) {
        return function("lt", List.of(type, type), BuiltinTypes.BOOL, type, (e, locals) -> e.structural().derived()
                .pairwise(type, locals, false, span, e.structural()::less));
    }

    /** Compares two parts of equal type. */
    private interface Comparison {
        Core of(Type type, Core left, Core right, Span span);
    }

    private Core pairwise(Type type, List<Local> pair, boolean equality, Span span, Comparison comparison) {
        Core left = get(pair.get(0), span);
        Core right = get(pair.get(1), span);
        return switch (type) {
            case Type.Tuple tuple -> {
                List<Core> as = new ArrayList<>();
                List<Core> bs = new ArrayList<>();
                for (int i = 0; i < tuple.elements().size(); i++) {
                    as.add(new Core.TupleGet(left, i, tuple.elements().get(i), span));
                    bs.add(new Core.TupleGet(right, i, tuple.elements().get(i), span));
                }
                yield combine(tuple.elements(), as, bs, equality, span, comparison);
            }
            case Type.Con con when con.symbol() == BuiltinTypes.LIST_SYMBOL -> lists(con, left, right, equality, span, comparison);
            case Type.Con con when !con.symbol().constructors().isEmpty() ->
                    constructors(con, left, right, equality, span, comparison);
            case Type.Con con when equality && (OwnKeys.isMap(con) || OwnKeys.isSet(con)) ->
                    structural.ownKeys().equal(con, left, right, span);
            default -> new Core.Compare(equality ? BinaryOp.EQ : BinaryOp.LT,
                    type, left, right, BuiltinTypes.BOOL, span);
        };
    }

    /** All parts equal, or the first parts that differ in order. */
    private Core combine(List<Type> types, List<Core> as, List<Core> bs, boolean equality, Span span, Comparison comparison) {
        Core result = bool(equality, span);
        for (int i = types.size() - 1; i >= 0; i--) {
            Core forward = comparison.of(types.get(i), as.get(i), bs.get(i), span);
            if (equality) {
                result = i == types.size() - 1 ? forward : new Core.And(forward, result, BuiltinTypes.BOOL, span);
            } else {
                Core backward = comparison.of(types.get(i), bs.get(i), as.get(i), span);
                Core rest = new Core.If(backward, bool(false, span), result, BuiltinTypes.BOOL, span);
                result = new Core.If(forward, bool(true, span), rest, BuiltinTypes.BOOL, span);
            }
        }
        return result;
    }

    private Core lists(Type.Con list, Core left, Core right, boolean equality, Span span, Comparison comparison) {
        Type element = list.args().getFirst();
        Local a = new Local("a", element, false, true);
        Local b = new Local("b", element, false, true);
        Local as = new Local("as", list, false, true);
        Local bs = new Local("bs", list, false, true);
        CorePattern empty = new CorePattern.ListOf(List.of(), null, list);
        Core.Arm both = new Core.Arm(List.of(empty, empty), null, bool(equality, span), span);
        Core rest = comparison.of(list, get(as, span), get(bs, span), span);
        Core heads = comparison.of(element, get(a, span), get(b, span), span);
        Core step = equality ? new Core.If(heads, rest, bool(false, span), BuiltinTypes.BOOL, span)
                : new Core.If(heads, bool(true, span), rest, BuiltinTypes.BOOL, span);
        Core.Arm more = new Core.Arm(List.of(
                new CorePattern.ListOf(List.of(new CorePattern.Bind(a, element)), new CorePattern.Bind(as, list), list),
                new CorePattern.ListOf(List.of(new CorePattern.Bind(b, element)), new CorePattern.Bind(bs, list), list)), null, step, span);
        return new Core.Match(List.of(left, right), List.of(both, more), bool(false, span), BuiltinTypes.BOOL, span);
    }

    private Core constructors(Type.Con type, Core left, Core right, boolean equality, Span span, Comparison comparison) {
        List<Core.Arm> arms = new ArrayList<>();
        List<ConstructorSymbol> all = type.symbol().constructors();
        for (ConstructorSymbol c : all) {
            List<Local> as = locals(c, type);
            List<Local> bs = locals(c, type);
            List<Type> types = as.stream().map(Local::type).toList();
            Core body = combine(types, gets(as, span), gets(bs, span), equality, span, comparison);
            arms.add(new Core.Arm(List.of(pattern(c, as, type), pattern(c, bs, type)), null, body, span));
        }
        Core otherwise = bool(false, span);
        if (!equality && all.size() > 1) {
            // Different constructors: their order is that of the declaration.
            otherwise = new Core.Compare(BinaryOp.LT, BuiltinTypes.INT, position(type, left, span),
                    position(type, right, span), BuiltinTypes.BOOL, span);
        }
        return new Core.Match(List.of(left, right), arms, otherwise, BuiltinTypes.BOOL, span);
    }

    private Core position(Type.Con type, Core value, Span span) {
        List<Core.Arm> arms = new ArrayList<>();
        for (ConstructorSymbol c : type.symbol().constructors()) {
            List<CorePattern> any = Constructions.fieldTypes(c, type).stream().<CorePattern>map(CorePattern.Wildcard::new).toList();
            arms.add(new Core.Arm(List.of(new CorePattern.Constructor(c, any, type)), null,
                    new Core.Const((long) c.index(), BuiltinTypes.INT, span), span));
        }
        return new Core.Match(List.of(value), arms, Control.noArm(BuiltinTypes.INT, span), BuiltinTypes.INT, span);
    }

    // ---- hash

    FunctionInstance hash(Type type, Span span) {
        return function("hash", List.of(type), BuiltinTypes.INT, type, (e, locals) -> e.structural().derived()
                .hashOf(type, get(locals.getFirst(), span), span));
    }

    private Core hashOf(Type type, Core value, Span span) {
        return switch (type) {
            case Type.Tuple tuple -> {
                Core hash = hashOf("tuple", span);
                for (int i = 0; i < tuple.elements().size(); i++) {
                    Type element = tuple.elements().get(i);
                    hash = fold(hash, structural.hash(element, new Core.TupleGet(value, i, element, span), span), span);
                }
                yield hash;
            }
            case Type.Con con when !con.symbol().constructors().isEmpty() -> hashOfConstructors(con, value, span);
            case Type.Con con when con.symbol() == BuiltinTypes.LIST_SYMBOL || OwnKeys.isMap(con) || OwnKeys.isSet(con) ->
                    structural.ownKeys().hash(con, value, span);
            default -> out.helper("Map._hash", List.of(type), BuiltinTypes.INT, List.of(value), span);
        };
    }

    private Core hashOfConstructors(Type.Con type, Core value, Span span) {
        List<Core.Arm> arms = new ArrayList<>();
        for (ConstructorSymbol c : type.symbol().constructors()) {
            List<Local> fields = locals(c, type);
            Core hash = hashOf(type.symbol().name(), span);
            if (type.symbol().kind() != TypeSymbol.Kind.RECORD) hash = fold(hash, hashOf(c.name(), span), span);
            for (Local field : fields) hash = fold(hash, structural.hash(field.type(), get(field, span), span), span);
            arms.add(new Core.Arm(List.of(pattern(c, fields, type)), null, hash, span));
        }
        return new Core.Match(List.of(value), arms, Control.noArm(BuiltinTypes.INT, span), BuiltinTypes.INT, span);
    }

    private Core hashOf(String tag, Span span) {
        return out.helper("Map._hash", List.of(BuiltinTypes.STRING), BuiltinTypes.INT, List.of(text(tag, span)), span);
    }

    private Core fold(Core hash, Core part, Span span) {
        return out.helper("Map._fold", List.of(BuiltinTypes.INT, BuiltinTypes.INT), BuiltinTypes.INT, List.of(hash, part), span);
    }

    // ---- small parts

    private interface BodyMaker {
        Core make(Emitter emitter, List<Local> params);
    }

    /** Bodies are made when they are first called, so that recursive types come to an end. */
    private FunctionInstance function(String name, List<Type> params, Type result, Type type, BodyMaker body) {
        Instances instances = out.instances();
        return instances.derived(new Key(name, type), _ -> {
            FunctionInstance[] self = new FunctionInstance[1];
            String of = new TypePrinter().print(type);
            self[0] = new FunctionInstance("", name + " of " + of, name + "/" + of, params, result, () -> {
                List<Local> locals = new ArrayList<>();
                for (int i = 0; i < params.size(); i++) locals.add(new Local("value" + (i + 1), params.get(i), false, true));
                Core code = body.make(new Emitter(instances, tables), locals);
                return new Core.Function(self[0], locals, code, FILE, Span.NONE);
            });
            return self[0];
        });
    }

    private static List<Local> locals(ConstructorSymbol constructor, Type.Con type) {
        Function<Type, Local> local = t -> new Local("field", t, false, true);
        return Constructions.fieldTypes(constructor, type).stream().map(local).toList();
    }

    private static CorePattern pattern(ConstructorSymbol constructor, List<Local> fields, Type type) {
        List<CorePattern> binds = fields.stream().<CorePattern>map(f -> new CorePattern.Bind(f, f.type())).toList();
        return new CorePattern.Constructor(constructor, binds, type);
    }

    private static List<Core> gets(List<Local> locals, Span span) { return locals.stream().map(l -> get(l, span)).toList(); }

    private static Core get(Local local, Span span) { return new Core.LocalGet(local, local.type(), span); }

    private static Core text(String text, Span span) { return new Core.Const(text, BuiltinTypes.STRING, span); }

    private static Core bool(boolean value, Span span) { return new Core.Const(value, BuiltinTypes.BOOL, span); }
}
