package dev.ithaca.vm.syntax.template;

import dev.ithaca.vm.syntax.Diagnostic;
import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.ParseResult;
import dev.ithaca.vm.syntax.Parser;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.syntax.Stmt;
import dev.ithaca.vm.syntax.TreePrinter;
import java.util.ArrayList;
import java.util.List;

/** Parses the text of {@code ~eval} and its kin: definitions, statements or an expression. */
final class CodeText {
    private static final int EXCERPT = 60;
    private static final String HEAD = "code() = {\n";

    private CodeText() {}

    /** @param site the span that all of the code gets */
    static MetaValue.Code parse(String text, Span site) {
        TreeRewriter move = new TreeRewriter() {
            @Override Span span(Span original) { return site; }
        };
        ParseResult asFile = Parser.parse(new SourceFile("eval", text));
        List<Item> items = asFile.module().items();
        // A binding is a definition and a statement alike; templates mean the statement.
        if (!asFile.hasErrors() && !items.isEmpty() && items.stream().noneMatch(Item.Binding.class::isInstance)) {
            return definitions(items.stream().map(move::item).toList());
        }
        ParseResult asBlock = Parser.parse(new SourceFile("eval", HEAD + text + "\n}"));
        if (!asBlock.hasErrors() && asBlock.module().items() instanceof List<Item> all && all.size() == 1
                && all.getFirst() instanceof Item.Function function && function.body() instanceof Expr.Block block) {
            return new MetaValue.Code(move.statements(block.statements()), List.of());
        }
        throw new ExpansionException(TemplateError.NOT_CODE,
                "the text `%s` is not code: %s".formatted(excerpt(text), failure(text, asFile, asBlock)));
    }

    /** The start of some code, for messages. */
    static String excerpt(List<Stmt> statements) {
        String block = TreePrinter.print(new Expr.Block(statements, Span.NONE));
        return excerpt(block.substring(1, block.length() - 1));
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " ...";
    }

    /** The message of the reading that got further. */
    private static String failure(String text, ParseResult asFile, ParseResult asBlock) {
        Diagnostic file = firstError(asFile);
        Diagnostic block = firstError(asBlock);
        if (file == null || block == null) return file == null ? "it mixes definitions and statements" : file.message();
        int reached = block.span().start() - HEAD.length();
        if (reached >= text.length()) return "unexpected end of the text";
        return file.span().start() > reached ? file.message() : block.message();
    }

    private static Diagnostic firstError(ParseResult result) {
        return result.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElse(null);
    }

    /** Functions that can be local become statements, so that they may stand in a body and see its names. */
    private static MetaValue.Code definitions(List<Item> items) {
        List<Stmt> statements = new ArrayList<>();
        for (Item item : items) {
            boolean local = item instanceof Item.Function f && f.guard() == null && f.typeParams().isEmpty() && !f.isPublic()
                    && f.decorators().isEmpty();
            if (!local) return new MetaValue.Code(List.of(), items);
            Item.Function f = (Item.Function) item;
            statements.add(new Stmt.LocalFunction(f.name(), f.params(), f.returnType(), f.body(), f.span()));
        }
        return new MetaValue.Code(statements, List.of());
    }
}
