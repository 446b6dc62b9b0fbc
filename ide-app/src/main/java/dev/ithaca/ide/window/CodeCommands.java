package dev.ithaca.ide.window;

import dev.ithaca.ide.analysis.CodeInsight;
import dev.ithaca.ide.document.Documents;
import dev.ithaca.ide.document.Notice;
import dev.ithaca.ide.editor.EditorView;
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

    private void say(String what) { documents.noticeProperty().set(Notice.hint(what)); }
}
