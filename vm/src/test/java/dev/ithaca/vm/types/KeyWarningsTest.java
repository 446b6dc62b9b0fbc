package dev.ithaca.vm.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyWarningsTest {
    private static final String KEY = """
            type Key = { name: String, note: String }
            Key: Eq
                eq(self, other) = self.name == other.name
            end
            """;
    private static final String WARNING = "`Key` implements Eq but not Hash: a map or set of such keys compares each with every other";

    @Test
    void equalityWithoutAHashIsSlowInMapsAndSets() {
        assertThat(Programs.warnings(KEY + "main() = %{Key(\"a\", \"\"): 1}.size()\n")).containsExactly(WARNING);
        assertThat(Programs.warnings(KEY + "main() = #{Key(\"a\", \"\")}.size()\n")).containsExactly(WARNING);
    }

    @Test
    void nothingIsSaidOfOtherUsesAndOfTypesThatHash() {
        assertThat(Programs.warnings(KEY + "main() = Key(\"a\", \"\") == Key(\"a\", \"b\")\n")).isEmpty();
        assertThat(Programs.warnings(KEY + """
                Key: Hash
                    hash(self) = hash(self.name)
                end
                main() = %{Key("a", ""): 1}.size()
                """)).isEmpty();
        assertThat(Programs.warnings("main() = %{(\"a\", 1): 1}.size()\n")).isEmpty();
    }
}
