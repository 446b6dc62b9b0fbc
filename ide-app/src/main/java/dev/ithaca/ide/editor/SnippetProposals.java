package dev.ithaca.ide.editor;

import dev.ithaca.vm.service.Completion;
import java.util.List;
import java.util.Optional;

/** Snippets among the proposals for a name. */
final class SnippetProposals {
    private static final String DETAIL = "  snippet: ";

    private SnippetProposals() {}

    /** Those whose names begin with what is typed. */
    static List<Completion.Proposal> of(String typed) {
        if (typed.isEmpty()) return List.of();
        return Snippet.ALL.stream().filter(snippet -> snippet.name().startsWith(typed)).map(SnippetProposals::proposal).toList();
    }

    private static Completion.Proposal proposal(Snippet snippet) {
        return new Completion.Proposal(Completion.Kind.KEYWORD, snippet.name(), snippet.name(), snippet.name().length(), DETAIL + snippet.about(),
                snippet.expand("").text(), List.of());
    }

    /** The snippet that a proposal stands for. */
    static Optional<Snippet> snippet(Completion.Proposal proposal) {
        return proposal.detail().startsWith(DETAIL) ? Snippet.ALL.stream().filter(snippet -> snippet.name().equals(proposal.name())).findFirst() : Optional.empty();
    }
}
