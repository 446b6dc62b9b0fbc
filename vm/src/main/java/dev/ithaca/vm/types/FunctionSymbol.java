package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.Pattern;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;

/** A function of the program or the library: all clauses of one overload, in the order they are tried. */
final class FunctionSymbol implements Callable {
    enum Kind {
        FUNCTION, METHOD,
        /** Module binding or constant: evaluated at every use. */
        VALUE,
        MVAR_INITIAL, TEST
    }

    private final Kind kind;
    private final ModuleScope module;
    private final String name;
    private final boolean isPublic;
    private final List<Item.Function> clauses;
    private final TypeExpr[] annotations;
    private final TypeExpr resultAnnotation;
    private final Method method;
    private volatile Scheme scheme;
    private Slot slot;
    /** Types while the function's group is being inferred. */
    Inferring inferring;

    /** The state of a function whose type is not general yet. */
    static final class Inferring {
        final int index;
        final List<Type> typeParams;
        final List<Type> params;
        final Type result;
        /** Smallest index of a function under inference that this one refers to. */
        int low;

        Inferring(int index, List<Type> typeParams, List<Type> params, Type result) {
            this.index = index;
            this.low = index;
            this.typeParams = typeParams;
            this.params = params;
            this.result = result;
        }
    }

    /** What a trait adds to one of its methods. */
    record Method(ImplSymbol implementation, Item.TraitMethod declaration, ModuleScope traitModule) {}

    FunctionSymbol(Kind kind, ModuleScope module, String name, List<Item.Function> clauses, TypeExpr[] annotations, Method method) {
        this.kind = kind;
        this.module = module;
        this.name = name;
        this.isPublic = clauses.getFirst().isPublic();
        this.clauses = List.copyOf(clauses);
        this.annotations = annotations;
        this.method = method;
        TypeExpr result = null;
        for (Item.Function clause : clauses) if (result == null) result = clause.returnType();
        this.resultAnnotation = result;
    }

    Kind kind() { return kind; }

    ModuleScope module() { return module; }

    SourceFile file() { return module.file(); }

    boolean isPublic() { return isPublic; }

    List<Item.Function> clauses() { return clauses; }

    Item.Function first() { return clauses.getFirst(); }

    List<Item.TypeParam> typeParams() { return first().typeParams(); }

    /** Annotation of a parameter, from whichever clause has one; null if none has. */
    TypeExpr annotation(int index) { return annotations[index]; }

    TypeExpr resultAnnotation() { return resultAnnotation; }

    /** Null unless this implements a trait method. */
    Method method() { return method; }

    boolean isLibrary() { return module.isLibrary(); }

    /** Its place in the program; null in the library. */
    Slot slot() { return slot; }

    void place(Slot inProgram) { slot = inProgram; }

    Scheme scheme() { return scheme; }

    void generalised(Scheme general) {
        scheme = general;
        inferring = null;
    }

    /** As if nobody had asked for its type. */
    void forget() {
        scheme = null;
        inferring = null;
    }

    @Override public String name() { return name; }

    String qualifiedName() { return module.path().isEmpty() ? name : module.path() + "." + name; }

    @Override public int arity() { return annotations.length; }

    @Override public String parameterName(int index) {
        for (Item.Function clause : clauses) {
            if (clause.params().get(index).pattern() instanceof Pattern.Variable v) return v.name();
        }
        return null;
    }

    @Override public boolean hasDefault(int index) { return defaultValue(index) != null; }

    @Override public Expr defaultValue(int index) { return first().params().get(index).defaultValue(); }

    @Override public int typeParamCount() { return typeParams().size(); }

    @Override public Scheme.Use instantiate(Session session, Place at) { return session.schemes().use(this, session, at); }

    @Override public List<Type> shape() { return module.tables().shapes().of(this); }

    @Override public String signature() {
        List<String> types = new ArrayList<>();
        for (TypeExpr t : annotations) types.add(t == null ? "_" : TypeText.of(t));
        return name + "/" + String.join(",", types);
    }

    List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arity(); i++) if (parameterName(i) != null) names.add(parameterName(i));
        return names;
    }

    @Override public Core call(Emitter out, List<Type> params, Type result, List<Core> args, Span span) {
        return out.call(this, params, result, args, span);
    }

    Name nameInSource() { return first().name(); }

    @Override public String toString() { return qualifiedName(); }
}
