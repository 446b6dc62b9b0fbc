package dev.ithaca.vm.generated;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ithaca.vm.library.Library;
import dev.ithaca.vm.syntax.Lexer;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.types.Checker;
import dev.ithaca.vm.types.ProgramChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The checker survives what the parser makes of damaged programs: golden programs with tokens dropped, doubled, swapped
 * or replaced by others of the same file. It neither throws nor hangs, whether or not the text parses.
 *
 * <p>More of them: {@code mvn -pl vm test -Dtest=DamagedProgramsTest -Ddamaged.programs=20000 -Ddamaged.seed=7}.
 */
class DamagedProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("damaged.programs", 400);
    private static final long SEED = Long.getLong("damaged.seed", 1);
    private static final Duration LIMIT = ofSeconds(60);
    private static final int MOST_EDITS = 4;

    private final Checker checker = new ProgramChecker(new Library());

    @Test
    void checkerIsTotal() throws IOException {
        List<String> texts = goldenPrograms();
        var problems = new ArrayList<String>();
        for (long seed = SEED; seed < SEED + PROGRAMS && problems.size() < 10; seed++) {
            Random random = new Random(seed);
            String text = damage(texts.get(random.nextInt(texts.size())), random);
            try {
                assertTimeoutPreemptively(LIMIT, () -> check(text));
            } catch (Throwable t) {
                problems.add("seed " + seed + ": " + t + "\n" + text);
            }
        }
        assertThat(problems).isEmpty();
    }

    private void check(String text) {
        ParseResult parsed = Parser.parse(new SourceFile("damaged.nos", text));
        checker.check(List.of(new Checker.Unit("", parsed.module())));
    }

    private static List<String> goldenPrograms() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/golden"))) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(f -> f.toString().endsWith(".nos")).sorted().toList()) texts.add(Files.readString(file));
            return texts;
        }
    }

    static String damage(String text, Random random) {
        List<Token> tokens = Lexer.tokenize(new SourceFile("damaged.nos", text)).tokens();
        var pieces = new ArrayList<String>();
        int last = 0;
        for (Token token : tokens) {
            pieces.add(text.substring(last, token.end()));
            last = token.end();
        }
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0 && !pieces.isEmpty(); edits--) {
            int at = random.nextInt(pieces.size());
            int other = random.nextInt(pieces.size());
            switch (random.nextInt(4)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.add(at, pieces.get(at));
                case 2 -> Collections.swap(pieces, at, other);
                default -> pieces.set(at, pieces.get(other));
            }
        }
        return String.join("", pieces);
    }
}
