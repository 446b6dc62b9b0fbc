package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/** One use of a template, and what its code needs to know about it. */
final class TemplateUse {
    private final Session session;
    private final Template template;
    private final SourceFile file;
    private final Span site;
    private final Item.Function decorated;
    private final List<Item> definitions = new ArrayList<>();

    /**
     * @param file where the use stands
     * @param site the call or decorator
     * @param decorated the clause for a function decorator, else null
     */
    TemplateUse(Session session, Template template, SourceFile file, Span site, Item.Function decorated) {
        this.session = session;
        this.template = template;
        this.file = file;
        this.site = site;
        this.decorated = decorated;
    }

    Session session() { return session; }

    Template template() { return template; }

    SourceFile file() { return file; }

    /** Span of all code that comes from the template. */
    Span site() { return site; }

    Item.Function decorated() { return decorated; }

    /** Definitions made where only an expression or statement can stand; they go next to the item with the use. */
    List<Item> definitions() { return definitions; }
}
