package dev.ithaca.ide.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.ProgramSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramAssemblerTest {
    @TempDir Path folder;

    @Test void a_file_on_its_own_is_a_program() throws Exception {
        Path file = Files.writeString(folder.resolve("a.nos"), "old");
        Files.writeString(folder.resolve("b.nos"), "other");
        Assembly assembly = ProgramAssembler.assemble(new SourceText("a.nos", file, "new"), Map.of());
        assertThat(assembly.source().entry()).isEqualTo("main");
        assertThat(assembly.source().units()).hasSize(1);
        assertThat(assembly.source().units().getFirst().file().text()).isEqualTo("new");
        assertThat(assembly.file("a.nos")).contains(file);
    }

    @Test void a_project_has_all_modules_with_unsaved_texts_in_place_of_files() throws Exception {
        Files.writeString(folder.resolve("main.nos"), "main on disk");
        Path shapes = Files.writeString(Files.createDirectory(folder.resolve("geo")).resolve("shapes.nos"), "shapes on disk");
        Files.writeString(folder.resolve("nostos.toml"), "");
        Assembly assembly = ProgramAssembler.assemble(new SourceText("shapes.nos", shapes, "shapes typed"),
                Map.of(folder.resolve("main.nos"), "main typed"));
        assertThat(assembly.source().entry()).isEqualTo("main.main");
        assertThat(assembly.mainName()).isEqualTo("geo/shapes.nos");
        assertThat(assembly.source().units()).extracting(ProgramSource.Unit::module).containsExactly("geo.shapes", "main");
        assertThat(assembly.source().units()).extracting(unit -> unit.file().text()).containsExactly("shapes typed", "main typed");
    }

    @Test void a_module_that_is_not_part_of_the_program_is_explained() throws Exception {
        Path file = Files.writeString(folder.resolve("a.nos"), "");
        Files.writeString(folder.resolve("b.nos"), "pub f() = 1\n");
        var result = new CompileService(Nostos.compiler()).compile(new SourceText("a.nos", file, "use b.*\nmain() = 1\n"), Map.of());
        assertThat(result.compilation().diagnostics().getFirst().message()).isEqualTo("module `b` not found");
        assertThat(result.compilation().diagnostics().getFirst().help()).startsWith("b.nos is there, but");
    }

    @Test void texts_from_the_disk_have_the_line_ends_of_the_editor() throws Exception {
        Path main = Files.writeString(folder.resolve("main.nos"), "");
        Files.writeString(folder.resolve("b.nos"), "one\r\ntwo\r\n");
        Assembly assembly = ProgramAssembler.assemble(new SourceText("main.nos", main, "typed"), Map.of());
        assertThat(assembly.source().units()).extracting(unit -> unit.file().text()).containsExactly("one\ntwo\n", "typed");
    }

    @Test void a_compiler_that_breaks_becomes_a_message() {
        CompileService service = new CompileService(source -> { throw new IllegalStateException("boom"); });
        var result = service.compile(new SourceText("a.nos", null, "main() = 1"), Map.of());
        assertThat(result.compilation().succeeded()).isFalse();
        assertThat(result.compilation().diagnostics().getFirst().message()).startsWith("The compiler itself failed on this program (IllegalStateException)");
    }
}
