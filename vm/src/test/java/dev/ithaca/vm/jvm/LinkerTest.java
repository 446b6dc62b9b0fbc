package dev.ithaca.vm.jvm;

import static dev.ithaca.vm.code.CoreDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.code.Lowering;
import dev.ithaca.vm.inspect.MachineInspector;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import dev.ithaca.vm.inspect.ProcessStatus;
import dev.ithaca.vm.inspect.VariableView;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import dev.ithaca.vm.types.Local;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What linking promises beyond running code: valid classes, visible variables, calls that can be sent elsewhere. */
class LinkerTest {
    private final Local n = local("n", INT);
    private final Local e = local("e", DYN);

    private FunctionInstance withLoopHandlerAndClosure() {
        Local i = local("i", INT);
        Local sum = var("sum", INT);
        Local f = local("f", functionType(INT, List.of(n)));
        return function("busy", INT, List.of(n), self -> block(bind(sum, num(0)),
                bind(f, lambda(INT, List.of(i), block(set(sum, add(get(sum), get(i))), get(sum)))),
                forTo(i, num(0), num(9), tryCatch(set(sum, add(apply(INT, get(f), get(i)), call(self, get(i)))), e, set(sum, num(1)), null)),
                get(sum)));
    }

    @ParameterizedTest @ValueSource(ints = {60, Linker.HOTSPOT_METHOD_LIMIT})
    void generatedClassesAreValid(int methodLimit) {
        var linker = new Linker(new Lowering()::lower, List.of(), methodLimit);
        CompiledFunction function = linker.function(withLoopHandlerAndClosure());
        ClassLoader loader = linker.load(function.className()).getClassLoader();
        var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(loader)));
        assertThat(classFile.verify(function.mainClass())).isEmpty();
    }

    @ParameterizedTest @ValueSource(ints = {60, Linker.HOTSPOT_METHOD_LIMIT})
    void namedVariablesOfAWaitingFunctionCanBeRead(int methodLimit) {
        Local constant = local("constant", STRING);
        Local half = local("half", FLOAT);
        Local shared = var("shared", INT);
        Local bump = local("bump", functionType(INT, List.of()));
        Local unused = local("unused", INTS);
        FunctionInstance server = function("server", INT, List.of(n), block(
                bind(constant, str("hi")), bind(half, new Core.Const(0.5, FLOAT, AT)), bind(shared, get(n)),
                bind(bump, lambda(INT, List.of(), block(set(shared, add(get(shared), num(1))), get(shared)))),
                bind(unused, list(num(1), num(2))), apply(INT, get(bump)),
                new Core.Receive(List.of(arm(lit(1L, DYN), num(1))), null, null, INT, AT)));
        FunctionInstance main = function("main", INT, List.of(), add(call(server, num(41)), num(1)));
        try (var program = new CompiledProgram(4000, methodLimit)) {
            program.machine.start(List.of(), program.linker.closure(main));
            ProcessSnapshot snapshot = whenWaiting(new MachineInspector(program.machine));
            assertThat(snapshot.frames()).extracting("function").containsExactly("server", "main");
            assertThat(snapshot.frames().getFirst().variables()).extracting(VariableView::name)
                    .containsExactly("n", "constant", "half", "shared", "bump", "unused");
            assertThat(snapshot.frames().getFirst().variables()).extracting(v -> v.value().text()).element(3).isEqualTo("42");
            assertThat(snapshot.frames().getFirst().variables()).extracting(VariableView::type).element(5).isEqualTo("List[Int]");
        }
    }

    private static ProcessSnapshot whenWaiting(MachineInspector inspector) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            var waiting = inspector.processes().stream().filter(p -> p.status() == ProcessStatus.WAITING).findFirst();
            if (waiting.isPresent()) return inspector.snapshot(waiting.get().pid(), 10, 10).join().orElseThrow();
            Thread.onSpinWait();
        }
        throw new AssertionError("no process waits");
    }

    @Test
    void callsCanBeSentToAnotherFunction() {
        FunctionInstance old = function("f", INT, List.of(n), add(get(n), num(1)));
        FunctionInstance replacement = function("f", INT, List.of(n), add(get(n), num(100)));
        FunctionInstance main = function("main", INT, List.of(), call(old, num(1)));
        try (var first = new CompiledProgram(4000)) {
            first.linker.replace(old, replacement);
            assertThat(first.complete(main).value()).isEqualTo(101L);
        }
    }
}
