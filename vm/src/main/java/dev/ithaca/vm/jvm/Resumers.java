package dev.ithaca.vm.jvm;

import java.util.List;

/**
 * The resumers of one function. Sites outside of loops share one method that switches to them; each site inside a loop has
 * a method of its own that begins there, because loops with a second entry are hardly optimised; so has every site if the
 * shared method would be too big to be compiled by HotSpot.
 */
final class Resumers {
    private final CompiledFunction function;
    private final Plan plan;
    private final CodeGraph graph;
    private final Resumer[] bySite;

    Resumers(CompiledFunction function, Plan plan) {
        this.function = function;
        this.plan = plan;
        graph = new CodeGraph(plan, plan.entryLoop);
        bySite = new Resumer[plan.sites.all().size()];
    }

    Resumer get(int site) {
        Resumer resumer = bySite[site];
        return resumer != null ? resumer : make(plan.sites.get(site));
    }

    private synchronized Resumer make(Site site) {
        if (bySite[site.number()] != null) return bySite[site.number()];
        if (function.chunks() != null) return inChunks(site);
        boolean alone = graph.inLoop(site) || !sharedFits();
        List<Site> together = alone ? List.of(site)
                : plan.sites.all().stream().filter(s -> !graph.inLoop(s)).toList();
        Resumer resumer = generate(alone ? "r" + site.number() : "r", together);
        for (Site s : together) bySite[s.number()] = resumer;
        return resumer;
    }

    private boolean sharedFits() {
        int landings = 0;
        for (Site s : plan.sites.all()) landings += 20 + 8 * (s.primitives().size() + s.references().size());
        int limit = function.linker().methodLimit() - landings;
        return ChunkPlan.size(plan, limit) <= limit;
    }

    /** The chunks are their own resumers; only the entry is called anew. */
    private Resumer inChunks(Site site) {
        if (site.isEntry()) {
            bySite[Site.ENTRY] = generate("r0", List.of(site));
        } else {
            String className = function.className("r");
            function.linker().promise(className, function, () -> ChunkedCode.resumer(className, function));
            Resumer resumer = (Resumer) Classes.instantiate(function.linker().load(className));
            for (int i = 1; i < bySite.length; i++) bySite[i] = resumer;
        }
        return bySite[site.number()];
    }

    private Resumer generate(String part, List<Site> sites) {
        String className = function.className(part);
        function.linker().promise(className, function, () -> ResumeVariant.classOf(className, function, plan, graph, sites));
        return (Resumer) Classes.instantiate(function.linker().load(className));
    }
}
