package dev.ithaca.vm.syntax.template;

import java.util.ArrayList;
import java.util.List;

/** What all expansions of one program share: findings, fresh names, and the limits that make every expansion end. */
final class Session {
    private static final int MAX_STEPS = 1_000_000;
    private static final int MAX_EVALUATION_DEPTH = 8_000;
    private static final int MAX_EXPANSION_DEPTH = 100;
    /** Characters of a text, elements of a list. */
    static final int MAX_SIZE = 1_000_000;

    private final Findings findings = new Findings();
    private final List<ExpansionSite> sites = new ArrayList<>();
    private boolean exhausted;
    private int steps;
    private int evaluationDepth;
    private int expansionDepth;
    private int freshNames;

    Findings findings() { return findings; }

    /** A limit was reached and reported: nothing is expanded any more. */
    boolean isExhausted() { return exhausted; }

    void failed(TemplateUse use, ExpansionException failure) {
        if (exhausted) return;
        exhausted = failure.error() == TemplateError.LIMIT;
        findings.failed(use, failure);
    }

    void add(ExpansionSite site) { sites.add(site); }

    List<ExpansionSite> sites() { return sites; }

    String freshName(String prefix) { return prefix + "_" + freshNames++; }

    /** Counts one node evaluated or produced. */
    void step() {
        if (++steps > MAX_STEPS) {
            throw new ExpansionException(TemplateError.LIMIT,
                    "template expansion does not come to an end: stopped after %,d steps".formatted(MAX_STEPS));
        }
    }

    void enterEvaluation() {
        step();
        if (++evaluationDepth > MAX_EVALUATION_DEPTH) {
            throw ExpansionException.unresolved("the compile-time code calls itself too deeply");
        }
    }

    void leaveEvaluation() { evaluationDepth--; }

    void enterExpansion() { expansionDepth++; }

    void checkDepth(String template) {
        if (expansionDepth > MAX_EXPANSION_DEPTH) {
            throw new ExpansionException(TemplateError.LIMIT, "template '%s' expands to uses of templates, more than %d deep"
                    .formatted(template, MAX_EXPANSION_DEPTH));
        }
    }

    void leaveExpansion() { expansionDepth--; }

    /** No text or list may outgrow the machine. */
    static void checkSize(long size) {
        if (size > MAX_SIZE) throw ExpansionException.unresolved("a compile-time value grows beyond %,d elements".formatted(MAX_SIZE));
    }
}
