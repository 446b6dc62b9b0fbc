package dev.ithaca.ide.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
    private static List<Integer> starts(SearchQuery query, String text) { return query.find(text, 100).stream().map(SearchQuery.Match::start).toList(); }

    @Test void plain_text_is_found_in_any_case_or_in_this_one() {
        assertThat(starts(new SearchQuery("one", false, false, false), "one One none")).containsExactly(0, 4, 9);
        assertThat(starts(new SearchQuery("One", true, false, false), "one One none")).containsExactly(4);
    }

    @Test void whole_words_have_no_letters_beside_them() {
        assertThat(starts(new SearchQuery("one", false, true, false), "none one_ one two-one")).containsExactly(10, 18);
        assertThat(starts(new SearchQuery("aa", false, true, false), "aaa aa")).containsExactly(4);
    }

    @Test void regular_expressions_match_by_line_and_never_run_away() {
        assertThat(starts(new SearchQuery("^b.", false, false, true), "abc\nbcd\nbx")).containsExactly(4, 8);
        assertThat(starts(new SearchQuery("(a*)*b", false, false, true), "a".repeat(5_000))).isEmpty();
        assertThat(starts(new SearchQuery("x*", false, false, true), "yyy")).as("empty matches").isEmpty();
    }

    @Test void a_wrong_expression_is_explained_and_finds_nothing() {
        SearchQuery wrong = new SearchQuery("(a", false, false, true);
        assertThat(wrong.problem()).isPresent();
        assertThat(starts(wrong, "(a")).isEmpty();
        assertThat(new SearchQuery("(a", false, false, false).problem()).isEmpty();
    }

    @Test void groups_can_be_used_in_the_replacement() {
        assertThat(new SearchQuery("(\\w+)=(\\w+)", false, false, true).replacement("a=b", "$2=$1")).isEqualTo("b=a");
        assertThat(new SearchQuery("a", false, false, true).replacement("a", "$9")).isEqualTo("$9");
        assertThat(new SearchQuery("a", false, false, false).replacement("a", "$1")).isEqualTo("$1");
    }
}
