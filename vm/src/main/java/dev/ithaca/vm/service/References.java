package dev.ithaca.vm.service;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ModuleTree;
import dev.ithaca.vm.syntax.Name;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Token;
import dev.ithaca.vm.syntax.TokenKind;
import dev.ithaca.vm.types.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which names of a program stand for one thing: by what each of them means where it stands, not by spelling. */
final class References {
    private final Snapshot snapshot;
    private final DeclaredMembers members;
    /** The module whose name is imported at a place. */
    private final Map<Site, String> imports = new HashMap<>();

    References(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.members = new DeclaredMembers(snapshot.trees());
        for (ModuleTree tree : snapshot.trees()) imports(tree.file().name(), tree.items());
    }

    private void imports(String file, List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.InlineModule m) imports(file, m.items());
            if (!(item instanceof Item.Use use) || use.names() == null) continue;
            String path = use.path().stream().map(Name::text).collect(Collectors.joining("."));
            for (Item.UseName name : use.names()) imports.put(new Site(file, name.name().span().start()), path);
        }
    }

    /** Everything a name of this spelling may be at a place; empty if it is unknown there. */
    Set<Site> meaning(String file, NameTokens.Named name) {
        Span span = name.token().span();
        Site here = new Site(file, span.start());
        if (members.isDeclared(here)) return members.family(here);
        if (imports.containsKey(here)) return sites(snapshot.exploration().imported(file, imports.get(here), name.token().text()));
        boolean labels = name.next() != null && name.next().kind() == TokenKind.COLON;
        if (labels && matchesField(file, span)) return field(file, span);
        Token owner = NameTokens.labelled(name);
        if (owner != null && !snapshot.exploration().introduces(file, span)) {
            Set<Site> meant = new LinkedHashSet<>();
            for (Site site : sites(file, owner.span())) {
                Site label = members.label(site, name.token().text());
                if (label != null) meant.add(label);
            }
            return meant;
        }
        return sites(file, span);
    }

    private boolean matchesField(String file, Span name) { return snapshot.exploration().matchedField(file, name).isPresent(); }

    private Set<Site> field(String file, Span name) { return sites(snapshot.exploration().matchedField(file, name).stream().toList()); }

    /** The field that a name stands for besides a variable, as {@code x} in the pattern {@code {x, y}}; empty for other names. */
    Set<Site> shorthandField(String file, NameTokens.Named name) {
        boolean labels = name.next() != null && name.next().kind() == TokenKind.COLON;
        return labels || name.token().kind() != TokenKind.LOWER ? Set.of() : field(file, name.token().span());
    }

    private Set<Site> sites(String file, Span name) { return sites(snapshot.exploration().meaning(file, name)); }

    private Set<Site> sites(List<Symbol> symbols) {
        Set<Site> sites = new LinkedHashSet<>();
        for (Symbol symbol : symbols) sites.addAll(members.family(site(symbol)));
        return sites;
    }

    static Site site(Symbol symbol) {
        if (symbol.file() == null || symbol.span() == null || symbol.fromLibrary()) return Site.nowhere(symbol.kind() + " " + symbol.signature());
        return new Site(symbol.file().name(), symbol.span().start());
    }

    /** What the name at a place means. */
    Set<Site> meaning(String file, Span name) {
        Optional<SourceFile> source = file(file);
        if (source.isEmpty()) return Set.of();
        String spelling = source.get().text().substring(name.start(), name.end());
        return NameTokens.named(source.get(), Set.of(spelling)).stream().filter(n -> n.token().start() == name.start()).findFirst()
                .map(n -> meaning(file, n)).orElse(Set.of());
    }

    private Optional<SourceFile> file(String name) {
        return snapshot.trees().stream().map(ModuleTree::file).filter(f -> f.name().equals(name)).findFirst();
    }

    /** Every place that may mean one of the sites, in the order of files and texts. */
    List<Occurrence> of(Set<Site> target, String spelling) {
        Set<String> spellings = new HashSet<>(Set.of(spelling));
        snapshot.trees().forEach(tree -> aliases(tree.items(), spelling, spellings));
        List<Occurrence> found = new ArrayList<>();
        for (ModuleTree tree : snapshot.trees()) {
            for (NameTokens.Named name : NameTokens.named(tree.file(), spellings)) {
                Token token = name.token();
                String file = tree.file().name();
                if (Collections.disjoint(meaning(file, name), target) && Collections.disjoint(shorthandField(file, name), target)) continue;
                found.add(Occurrence.of(tree.file(), token.start(), token.end(), target.contains(new Site(tree.file().name(), token.start()))));
            }
        }
        return found;
    }

    private static void aliases(List<Item> items, String spelling, Set<String> spellings) {
        for (Item item : items) {
            if (item instanceof Item.InlineModule m) aliases(m.items(), spelling, spellings);
            if (!(item instanceof Item.Use use) || use.names() == null) continue;
            for (Item.UseName name : use.names()) {
                Name alias = name.alias();
                if (alias != null && name.name().text().equals(spelling)) spellings.add(alias.text());
            }
        }
    }
}
