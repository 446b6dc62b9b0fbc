package dev.ithaca.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start-up cache runs behaves like what the compiler made. */
public class StartupJarTest {
    @TempDir Path folder;

    public record Circle(double radius, String name, int[] parts) {}

    public record Square(long side, boolean filled, char mark) {}

    /** The subject whose call sites are put in place. */
    public static final class Subject implements Function<Object, String> {
        @Override public String apply(Object value) {
            return switch (value) {
                case null -> "null";
                case String s when s.length() > 3 -> "long " + s;
                case String s -> letters(s);
                case Integer i when i > 5 -> "big";
                case Integer _ -> "small";
                case Circle(double radius, var name, var _) -> name + radius;
                case Square s -> "square " + s.side();
                default -> "other";
            };
        }

        private static String letters(String text) {
            return switch (text) {
                case String s when s.isEmpty() -> "none";
                case "abc" -> "the letters";
                case String s -> "short " + s;
            };
        }
    }

    private static final List<Object> VALUES = List.of("abcd", "abc", "ab", "", 6, 5, new Circle(1.5, "c", null), new Square(2, true, 'x'), 2.0);

    /** Loads classes anew, their call sites put in place. */
    private static final class Linked extends ClassLoader {
        private Linked() { super(StartupJarTest.class.getClassLoader()); }

        Class<?> of(Class<?> type) throws Exception {
            byte[] bytes;
            try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                bytes = in.readAllBytes();
            }
            byte[] linked = EarlyLinking.of(ClassFile.of(), bytes);
            assertThat(new String(linked, StandardCharsets.ISO_8859_1)).contains("linked$0");
            return defineClass(type.getName(), linked, 0, linked.length);
        }
    }

    @Test
    void switchesChooseTheSame() throws Exception {
        @SuppressWarnings("unchecked")
        var linked = (Function<Object, String>) new Linked().of(Subject.class).getConstructor().newInstance();
        for (Object value : VALUES) assertThat(linked.apply(value)).isEqualTo(new Subject().apply(value));
        assertThat(linked.apply(null)).isEqualTo("null");
    }

    @Test
    void recordsAreEqualAndHashedTheSame() throws Exception {
        Class<?> type = new Linked().of(Square.class);
        var maker = type.getDeclaredConstructor(long.class, boolean.class, char.class);
        maker.setAccessible(true);
        Object a = maker.newInstance(2L, true, 'x');
        assertThat(a).isEqualTo(a).isEqualTo(maker.newInstance(2L, true, 'x')).hasSameHashCodeAs(new Square(2, true, 'x'));
        assertThat(a).isNotEqualTo(maker.newInstance(3L, true, 'x')).isNotEqualTo(maker.newInstance(2L, false, 'x')).isNotEqualTo(null).isNotEqualTo("a");
        Class<?> circle = new Linked().of(Circle.class);
        var circles = circle.getDeclaredConstructor(double.class, String.class, int[].class);
        circles.setAccessible(true);
        assertThat(circles.newInstance(Double.NaN, null, null)).isEqualTo(circles.newInstance(Double.NaN, null, null))
                .isNotEqualTo(circles.newInstance(0.0, null, null));
        assertThat(circles.newInstance(0.0, null, null)).isNotEqualTo(circles.newInstance(-0.0, null, null))
                .hasSameHashCodeAs(new Circle(0.0, null, null));
    }

    @Test
    void theJarRunsPrograms() throws Exception {
        Path jar = folder.resolve("nostos.jar");
        Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        StartupJar.write(classes, jar);
        Path program = Files.writeString(folder.resolve("a.nos"), "main() = { println([1, 2].map(x => x + 1)); \"${Some(3)}\" }");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process run = new ProcessBuilder(java, "-Xverify:all", "-cp", jar + ":" + System.getProperty("java.class.path"), "dev.ithaca.vm.cli.Main",
                "run", program.toString()).redirectErrorStream(true).start();
        String output = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(output).isZero();
        assertThat(output).contains("[2, 3]\n").contains("Some(3)");
    }
}
