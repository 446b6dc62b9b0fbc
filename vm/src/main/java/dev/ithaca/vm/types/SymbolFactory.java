package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes what the checker knows as symbols for an editor. */
final class SymbolFactory {
    private final DeclaredTypes declared;

    SymbolFactory(DeclaredTypes declared) { this.declared = declared; }

    /** @param place where it is introduced in the file, or null */
    Symbol local(String name, Type type, SourceFile file, Span place) {
        return new Symbol(Symbol.Kind.LOCAL, name, name + ": " + type.show(), null, place == null ? null : file, place, false);
    }

    Symbol callable(Callable callable) {
        return switch (callable) {
            case FunctionSymbol f -> function(f);
            case BuiltinFunction b -> new Symbol(Symbol.Kind.FUNCTION, memberName(b.name()),
                    signature(memberName(b.name()), b, b.scheme()), b.doc(), null, null, true);
            default -> new Symbol(Symbol.Kind.FUNCTION, callable.name(), callable.signature(), null, null, null, false);
        };
    }

    private static String memberName(String name) { return name.substring(name.lastIndexOf('.') + 1); }

    private static Symbol function(FunctionSymbol f) {
        if (f.scheme() == null && f.isLibrary()) AnnotatedSchemes.of(f);
        String doc = f.clauses().stream().map(Item.Function::doc).filter(text -> text != null).findFirst().orElse(null);
        boolean value = f.kind() == FunctionSymbol.Kind.VALUE;
        String signature = f.scheme() == null ? f.signature()
                : value ? f.name() + ": " + f.scheme().result().show() : signature(f.name(), f, f.scheme());
        return new Symbol(value ? Symbol.Kind.VALUE : Symbol.Kind.FUNCTION, f.name(), signature, doc, f.file(), f.nameInSource().span(), f.isLibrary());
    }

    /** Parameters with their names where they have some. One printer, so that a type variable keeps its letter. */
    private static String signature(String name, Callable callable, Scheme scheme) {
        TypePrinter printer = new TypePrinter();
        List<String> params = new ArrayList<>();
        for (int i = 0; i < scheme.params().size(); i++) {
            String type = printer.print(scheme.params().get(i));
            String param = callable.parameterName(i);
            params.add((param == null ? type : param + ": " + type) + (callable.hasDefault(i) ? " = …" : ""));
        }
        return name + "(" + String.join(", ", params) + ") -> " + printer.print(scheme.result());
    }

    Symbol mvar(ModuleScope.MvarDeclaration mvar) {
        Item.Mvar item = mvar.declaration();
        return new Symbol(Symbol.Kind.VALUE, item.name().text(), "mvar " + item.name().text() + ": " + mvar.symbol().type().show(), item.doc(),
                mvar.module().file(), item.name().span(), mvar.module().isLibrary());
    }

    Symbol field(ConstructorSymbol.Field field, Type type, ConstructorSymbol owner) {
        DeclaredTypes.Place place = declared.field(owner, field.name());
        return new Symbol(Symbol.Kind.FIELD, field.name(), field.name() + ": " + type.show(), null, file(place), span(place),
                isLibrary(owner.owner()));
    }

    Symbol constructor(ConstructorSymbol constructor) {
        DeclaredTypes.Place place = declared.constructor(constructor);
        String payload = constructor.fields().stream().map(f -> (f.name() == null ? "" : f.name() + ": ") + f.type().show())
                .collect(Collectors.joining(", ", "(", ")"));
        String text = constructor.name() + (constructor.fields().isEmpty() ? "" : payload);
        return new Symbol(Symbol.Kind.CONSTRUCTOR, constructor.name(), text + " of " + TypePrinter.name(constructor.owner()), doc(place),
                file(place), span(place), isLibrary(constructor.owner()));
    }

    Symbol type(TypeSymbol type) {
        DeclaredTypes.Place place = declared.type(type);
        String params = type.params().isEmpty() ? "" : "[" + String.join(", ", type.params()) + "]";
        String alias = type.aliasTarget() == null ? "" : " = " + type.aliasTarget().show();
        return new Symbol(Symbol.Kind.TYPE, type.name(), "type " + type.name() + params + alias, doc(place), file(place), span(place), isLibrary(type));
    }

    Symbol trait(TraitSymbol trait) {
        return new Symbol(Symbol.Kind.TRAIT, trait.name(), "trait " + trait.name(), trait.declaration().doc(), trait.module().file(),
                trait.declaration().name().span(), trait.module().isLibrary());
    }

    Symbol module(ModuleScope module) {
        return new Symbol(Symbol.Kind.MODULE, module.path(), "module " + module.path(), null, module.file(), new Span(0, 0), module.isLibrary());
    }

    private static boolean isLibrary(TypeSymbol type) { return type.module().startsWith("stdlib.") || BuiltinTypes.named(type.name()) == type; }

    private static SourceFile file(DeclaredTypes.Place place) { return place == null ? null : place.file(); }

    private static Span span(DeclaredTypes.Place place) { return place == null ? null : place.name(); }

    private static String doc(DeclaredTypes.Place place) { return place == null ? null : place.doc(); }
}
