package dev.ithaca.vm.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.CharValue;
import dev.ithaca.vm.runtime.value.Struct;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.types.BuiltinTypes;
import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.Type;
import dev.ithaca.vm.types.TypeSymbol;
import java.lang.reflect.Constructor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated classes of records and constructors. */
class StructClassesTest {
    private final Linker linker = new Linker(_ -> null, List.of());

    private static ConstructorSymbol record(boolean mutable) {
        TypeSymbol type = new TypeSymbol("m", "R", TypeSymbol.Kind.RECORD, List.of("T"), true, mutable, false);
        Type small = new Type.Con(BuiltinTypes.UINT8_SYMBOL);
        return new ConstructorSymbol(type, "R", 0, List.of(field("n", BuiltinTypes.INT), field("f", BuiltinTypes.FLOAT),
                field("c", BuiltinTypes.CHAR), field("b", BuiltinTypes.BOOL), field("u", small), field("t", new Type.Param(0, "T"))));
    }

    private static ConstructorSymbol.Field field(String name, Type type) { return new ConstructorSymbol.Field(name, type, false); }

    private Struct make(ConstructorSymbol symbol) throws ReflectiveOperationException {
        Constructor<?> constructor = type(symbol).getConstructors()[0];
        return (Struct) constructor.newInstance(1L, 2.5, (int) 'x', 1, 200L, "any");
    }

    private Class<?> type(ConstructorSymbol symbol) {
        var name = linker.structs().name(symbol);
        return linker.load(name.packageName() + "." + name.displayName());
    }

    @Test void fieldsAreBoxedByTheirTypes() throws Exception {
        Struct r = make(record(false));

        assertThat(r).hasToString("R{n: 1, f: 2.5, c: 'x', b: true, u: 200, t: \"any\"}");
        assertThat(r.get(2)).isEqualTo(new CharValue('x'));
        assertThat(r.copy()).isNotSameAs(r).isEqualTo(r);
        Object[] others = {7L, 0.5, new CharValue('y'), false, r.get(4), "other"};
        assertThat(r.with(others)).hasToString("R{n: 7, f: 0.5, c: 'y', b: false, u: 200, t: \"other\"}");
        assertThatThrownBy(() -> r.get(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test void onlyMutableTypesCanBeAssigned() throws Exception {
        Struct mutable = make(record(true));
        mutable.set(0, 8L);

        assertThat(mutable.get(0)).isEqualTo(8L);
        assertThatThrownBy(() -> mutable.set(0, "text")).isInstanceOfSatisfying(NostosException.class,
                e -> assertThat(e.value()).isEqualTo(new Tuple("TypeError", "expected Int, got String")));
        assertThatThrownBy(() -> make(record(false)).set(0, 8L)).isInstanceOf(NostosException.class);
    }

    @Test void constructorsWithoutFieldsHaveOneInstance() throws Exception {
        TypeSymbol type = new TypeSymbol("", "Light", TypeSymbol.Kind.VARIANT, List.of(), true, false, false);
        ConstructorSymbol off = new ConstructorSymbol(type, "Off", 0, List.of());

        Struct instance = (Struct) type(off).getField(StructClasses.INSTANCE).get(null);
        assertThat(instance).hasToString("Off");
        assertThat(instance.shape()).isSameAs(linker.shape(off));
    }
}
