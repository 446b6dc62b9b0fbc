package dev.ithaca.vm.types;

import java.util.List;

/**
 * A field of a record or of a variant with a single constructor.
 *
 * @param type the field's type in the record at hand
 */
record FieldAccess(ConstructorSymbol constructor, int index, Type type) {

    /** Null if the type has no such field. */
    static FieldAccess of(Type receiver, String field) {
        if (!(Unifier.prune(receiver) instanceof Type.Con con) || con.symbol().constructors().size() != 1) return null;
        ConstructorSymbol constructor = con.symbol().constructors().getFirst();
        int index = constructor.fieldIndex(field);
        if (index < 0) return null;
        List<Type> args = con.args();
        return new FieldAccess(constructor, index, TypeArguments.substitute(constructor.fields().get(index).type(), args));
    }

    boolean isPrivate() { return constructor.fields().get(index).isPrivate(); }

    boolean isVisibleFrom(ModuleScope scope) {
        return !isPrivate() || scope.path().equals(constructor.owner().module())
                || scope.path().startsWith(constructor.owner().module() + ".");
    }
}
