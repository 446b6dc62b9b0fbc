package dev.ithaca.ide.window;

import dev.ithaca.ide.action.Choice;
import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.editor.EditorView;
import dev.ithaca.vm.service.QuickFix;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.function.BiConsumer;

/** Commands on the code at the caret that need to know what the program means. */
final class CodeCommands {
    private final CodeInsight insight;
    private final Documents documents;
    private final Navigation navigation;
    private final BiConsumer<String, String> showProcessesIn;

    /** @param showProcessesIn shows the processes of a source file, as the program knows it, that are in a function */
    CodeCommands(CodeInsight insight, Documents documents, Navigation navigation, BiConsumer<String, String> showProcessesIn) {
        this.insight = insight;
        this.documents = documents;
        this.navigation = navigation;
        this.showProcessesIn = showProcessesIn;
    }

    /** Goes to the declaration of the name at the caret, in whichever file of the program. */
    void goToDefinition(EditorView editor) {
        insight.definition(editor.document(), editor.caret(), places -> {
            if (places.isEmpty()) {
                String word = editor.wordAtCaret();
                say(word.isEmpty() ? "Put the caret on a name to go to its declaration." : "This program does not declare " + word + ".");
            } else if (places.getFirst().file() == null) {
                navigation.show(editor.document(), places.getFirst().line(), places.getFirst().column());
            } else {
                navigation.open(places.getFirst().file(), places.getFirst().line(), places.getFirst().column());
            }
        });
    }

    /** Shows only the processes that execute the function around the caret. */
    void showProcessesInFunction(EditorView editor) {
        insight.functionAround(editor.document(), editor.caret(), function -> function.ifPresentOrElse(
                found -> navigation.sourceName(editor.document()).ifPresent(name -> showProcessesIn.accept(name, found.name())),
                () -> say("Put the caret into a function to see its processes.")));
    }

    /** Offers ways to mend what is wrong at the caret, else in its line. */
    void quickFix(EditorView editor) {
        int caret = editor.caret();
        Span line = editor.caretLineSpan();
        long revision = editor.document().revision();
        insight.fixes(editor.document(), caret, caret, here -> insight.fixes(editor.document(), line.start(), line.end(), inLine -> {
            List<QuickFix> fixes = here.isEmpty() ? inLine : here;
            if (editor.document().revision() != revision) return;
            if (fixes.isEmpty()) say("There is nothing in this line that Ithaca can mend.");
            else editor.offer(fixes.stream().map(fix -> new Choice(fix.title(), "", "", () -> editor.apply(fix.edits()))).toList());
        }));
    }

    private void say(String what) { documents.noticeProperty().set(Notice.hint(what)); }
}
