package dev.ithaca.vm;

import dev.ithaca.vm.jvm.Linker;
import dev.ithaca.vm.runtime.TypeDirectory;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.types.CheckedProgram;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of a linked program, for the program itself. */
final class ProgramTypes implements TypeDirectory {
    private final CheckedProgram program;
    private final Linker linker;
    private final Map<ConstructorSymbol, Function<Object[], Struct>> makers = new ConcurrentHashMap<>();

    ProgramTypes(CheckedProgram program, Linker linker) {
        this.program = program;
        this.linker = linker;
    }

    @Override public Optional<Description> find(String name) { return program.type(name).map(ProgramTypes::describe); }

    @Override public Struct make(Constructor constructor, Object... fields) {
        return makers.computeIfAbsent((ConstructorSymbol) constructor.key(), linker::maker).apply(fields);
    }

    private static Description describe(TypeSymbol type) {
        return new Description(type.qualifiedName(), kind(type), type.params(),
                type.constructors().stream().map(ProgramTypes::describe).toList());
    }

    private static String kind(TypeSymbol type) {
        return switch (type.kind()) {
            case RECORD -> type.reactive() ? "reactive" : "record";
            case VARIANT -> type.reactive() ? "reactive_variant" : "variant";
            case ALIAS -> "alias";
            case PRIMITIVE, OPAQUE -> "primitive";
        };
    }

    private static Constructor describe(ConstructorSymbol constructor) {
        List<Field> fields = new ArrayList<>();
        for (ConstructorSymbol.Field field : constructor.fields()) {
            fields.add(new Field(field.name() == null ? "_" + fields.size() : field.name(), text(field.type())));
        }
        return new Constructor(constructor.name(), fields, constructor);
    }

    private static String text(Type type) {
        return switch (type) {
            case Type.Con con when con.args().isEmpty() -> con.symbol().qualifiedName();
            case Type.Con con -> con.symbol().qualifiedName() + texts("[", con.args(), "]");
            case Type.Tuple tuple -> texts("(", tuple.elements(), ")");
            case Type.Function f -> texts("(", f.params(), ")") + " -> " + text(f.result());
            case Type.Param param -> param.name();
            default -> "?";
        };
    }

    private static String texts(String open, List<Type> types, String close) {
        return types.stream().map(ProgramTypes::text).collect(Collectors.joining(", ", open, close));
    }
}
