package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Map;

/**
 * Applies decorators to definitions of one kind.
 *
 * @param <T> the kind
 */
abstract sealed class Decorators<T extends Item> permits FunctionDecorators, TypeDecorators {
    private final Session session;
    private final SourceFile file;
    private final Map<String, Template> templates;

    Decorators(Session session, Map<String, Template> templates, SourceFile file) {
        this.session = session;
        this.templates = templates;
        this.file = file;
    }

    /**
     * The definition with all of the decorators applied, the last one first, except those that fail.
     *
     * @param produced where definitions beside it go
     */
    final T applyAll(T plain, List<Item.Decorator> decorators, List<Item> produced) {
        T current = plain;
        for (Item.Decorator decorator : decorators.reversed()) {
            Template template = templates.get(decorator.name().text());
            if (template == null) {
                session.findings().unknownDecorator(file, decorator.span(), decorator.name().text());
            } else if (!session.isExhausted()) {
                current = applyOrKeep(current, decorator, template, produced);
            }
        }
        return current;
    }

    private T applyOrKeep(T item, Item.Decorator decorator, Template template, List<Item> produced) {
        TemplateUse use = new TemplateUse(session, template, file, decorator.span(), item instanceof Item.Function clause ? clause : null);
        try {
            session.checkDepth(template.name());
            return apply(item, decorator, new Instantiation(use), template, produced);
        } catch (ExpansionException e) {
            session.failed(use, e);
            return item;
        }
    }

    abstract T apply(T item, Item.Decorator decorator, Instantiation instantiation, Template template, List<Item> produced);

    /** Findings in what the decorator made point to it. */
    final void addSite(Item.Decorator decorator, Template template, Span span) {
        session.add(new ExpansionSite(file, span, "@" + decorator.name() + " decorator", template));
    }
}
