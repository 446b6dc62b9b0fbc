package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.types.Builtin;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LibraryTest {
    private final Library library = new Library();

    @TestFactory
    Stream<DynamicTest> modulesParse() {
        return library.modules().entrySet().stream().map(module -> DynamicTest.dynamicTest(module.getKey(), () -> {
            ParseResult parsed = Parser.parse(module.getValue());
            assertThat(parsed.diagnostics()).isEmpty();
        }));
    }

    @Test
    void everyFunctionIsFoundByItsName() {
        for (Builtin builtin : library.all()) assertThat(library.named(builtin.name())).contains(builtin);
    }

    @Test
    void targetsTakeAsManyParametersAsTheirSignatures() {
        for (Builtin builtin : library.all()) {
            Class<?>[] parameters = builtin.target().getParameterTypes();
            long own = Arrays.stream(parameters).filter(p -> p != Process.class).count();
            assertThat(own).as(builtin.name() + " : " + builtin.signature()).isEqualTo(arity(builtin.signature()));
            assertThat(Modifier.isStatic(builtin.target().getModifiers())).isTrue();
            assertThat(Modifier.isPublic(builtin.target().getDeclaringClass().getModifiers())).isTrue();
        }
    }

    private static int arity(String signature) {
        String types = signature.substring(signature.indexOf("=>") + (signature.contains("=>") ? 2 : 1)).trim();
        int depth = 0;
        int commas = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            if (c == '(' || c == '[') depth++;
            if (c == ')' || c == ']') depth--;
            if (c == ',' && depth == 0) commas++;
            if (depth == 0 && types.startsWith("->", i)) return types.startsWith("()") ? 0 : commas + 1;
        }
        throw new AssertionError(signature);
    }
}
