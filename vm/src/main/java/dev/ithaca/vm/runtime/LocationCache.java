package dev.ithaca.vm.runtime;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** Looks each place of code up once, for sweeps over many processes that stand at few places. For one thread. */
public final class LocationCache {
    private static final CodeLocation HIDDEN = new CodeLocation("", "", null, 0, 0);

    private final Map<CompiledCode, CodeLocation[]> known = new IdentityHashMap<>();
    private CompiledCode lastCode;
    private CodeLocation[] lastSites = {};

    /** The same object each time for a site, or null. */
    CodeLocation of(CompiledCode code, int site) {
        if (site < 0) return code.location(site);
        if (code != lastCode || site >= lastSites.length) find(code, site);
        CodeLocation location = lastSites[site];
        if (location == null) {
            CodeLocation found = code.location(site);
            location = found == null ? HIDDEN : found;
            lastSites[site] = location;
        }
        return location == HIDDEN ? null : location;
    }

    private void find(CompiledCode code, int site) {
        CodeLocation[] sites = known.get(code);
        if (sites == null || site >= sites.length) {
            sites = sites == null ? new CodeLocation[site + 8] : Arrays.copyOf(sites, site * 2 + 1);
            known.put(code, sites);
        }
        lastCode = code;
        lastSites = sites;
    }
}
