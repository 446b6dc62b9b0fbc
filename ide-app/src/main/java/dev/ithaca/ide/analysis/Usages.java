package dev.ithaca.ide.analysis;

import java.util.List;

/** @param name the name that was asked about, empty if there is none at the place */
public record Usages(String name, List<Usage> all) {
    public Usages { all = List.copyOf(all); }
}
