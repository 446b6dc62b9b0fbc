package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.action.Action;
import dev.ithaca.ide.action.Action.Menu;
import dev.ithaca.ide.action.Actions;
import dev.ithaca.ide.editor.EditorView;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Defines the commands on texts: editing, the code at the caret, and places to go to. */
final class EditorActions {
    private final Actions actions;
    private final Services services;
    private final MainWindow window;
    private final BooleanBinding anyDocument;

    private EditorActions(Actions actions, Services services, MainWindow window) {
        this.actions = actions;
        this.services = services;
        this.window = window;
        anyDocument = services.documents().activeProperty().isNotNull();
    }

    static void define(Actions actions, Services services, MainWindow window) {
        EditorActions definitions = new EditorActions(actions, services, window);
        definitions.edit();
        definitions.code();
        definitions.go();
    }

    private void edit() {
        actions.addGroup(
                Action.of("edit.undo", Menu.EDIT, "Undo", () -> text(CodeArea::undo, TextInputControl::undo)).withKeys("Shortcut+Z").withIcon(MaterialDesignU.UNDO),
                Action.of("edit.redo", Menu.EDIT, "Redo", () -> text(CodeArea::redo, TextInputControl::redo)).withKeys("Shortcut+Shift+Z", "Shortcut+Y")
                        .withIcon(MaterialDesignR.REDO));
        actions.addGroup(
                Action.of("edit.cut", Menu.EDIT, "Cut", () -> text(EditorView::cut, TextInputControl::cut)).withKeys("Shortcut+X"),
                Action.of("edit.copy", Menu.EDIT, "Copy", () -> text(EditorView::copy, TextInputControl::copy)).withKeys("Shortcut+C"),
                Action.of("edit.paste", Menu.EDIT, "Paste", () -> text(CodeArea::paste, TextInputControl::paste)).withKeys("Shortcut+V"),
                Action.of("edit.selectAll", Menu.EDIT, "Select All", () -> text(CodeArea::selectAll, TextInputControl::selectAll)).withKeys("Shortcut+A"),
                Action.of("edit.expand", Menu.EDIT, "Expand Selection", () -> onEditor(EditorView::expandSelection)).withKeys("Shift+Alt+RIGHT").when(anyDocument),
                Action.of("edit.shrink", Menu.EDIT, "Shrink Selection", () -> onEditor(EditorView::shrinkSelection)).withKeys("Shift+Alt+LEFT").when(anyDocument));
        actions.addGroup(
                Action.of("caret.next", Menu.EDIT, "Add Next Occurrence", () -> onEditor(EditorView::addNextOccurrence)).withKeys("Alt+J").when(anyDocument),
                Action.of("caret.all", Menu.EDIT, "Select All Occurrences", () -> onEditor(EditorView::selectOccurrences)).withKeys("Shortcut+Shift+L").when(anyDocument),
                Action.of("caret.above", Menu.EDIT, "Add Caret Above", () -> onEditor(editor -> editor.addCaret(-1))).withKeys("Shortcut+Alt+UP").when(anyDocument),
                Action.of("caret.below", Menu.EDIT, "Add Caret Below", () -> onEditor(editor -> editor.addCaret(1))).withKeys("Shortcut+Alt+DOWN").when(anyDocument));
        actions.addGroup(
                Action.of("edit.find", Menu.EDIT, "Find", window::find).withKeys("Shortcut+F")
                        .withIcon(MaterialDesignM.MAGNIFY),
                Action.of("edit.replace", Menu.EDIT, "Replace", () -> onEditor(EditorView::replace)).withKeys("Shortcut+H").when(anyDocument),
                Action.of("search.files", Menu.EDIT, "Find in Files", window::searchFiles).withKeys("Shortcut+Shift+F").withIcon(MaterialDesignF.FILE_SEARCH_OUTLINE),
                Action.of("edit.findNext", Menu.EDIT, "Find Next", () -> onEditor(editor -> editor.findStep(1))).withKeys("F3").when(anyDocument),
                Action.of("edit.findPrevious", Menu.EDIT, "Find Previous", () -> onEditor(editor -> editor.findStep(-1))).withKeys("Shift+F3").when(anyDocument));
    }

    private void code() {
        actions.addGroup(
                Action.of("edit.complete", Menu.CODE, "Complete", () -> onEditor(EditorView::complete)).withKeys("Ctrl+SPACE").when(anyDocument),
                Action.of("edit.parameters", Menu.CODE, "Show Parameters", () -> onEditor(EditorView::showParameters)).withKeys("Shortcut+Shift+SPACE").when(anyDocument),
                Action.of("edit.rename", Menu.CODE, "Rename…", () -> onEditor(window.refactoring()::rename)).withKeys("F2", "Shift+F6").when(anyDocument),
                Action.of("edit.format", Menu.CODE, "Format", () -> onEditor(window.refactoring()::format)).withKeys("Shortcut+Alt+L", "Shift+Alt+F").when(anyDocument),
                Action.of("edit.comment", Menu.CODE, "Comment Lines", () -> onEditor(EditorView::toggleComment)).withKeys("Shortcut+SLASH", "Shortcut+DIVIDE")
                        .when(anyDocument),
                Action.of("edit.duplicate", Menu.CODE, "Duplicate Lines", () -> onEditor(EditorView::duplicateLines)).withKeys("Shortcut+D", "Shift+Alt+DOWN").when(anyDocument),
                Action.of("edit.moveUp", Menu.CODE, "Move Lines Up", () -> onEditor(editor -> editor.moveLines(-1))).withKeys("Alt+UP").when(anyDocument),
                Action.of("edit.moveDown", Menu.CODE, "Move Lines Down", () -> onEditor(editor -> editor.moveLines(1))).withKeys("Alt+DOWN").when(anyDocument),
                Action.of("edit.joinLines", Menu.CODE, "Join Lines", () -> onEditor(EditorView::joinLines)).withKeys("Shortcut+Shift+J").when(anyDocument),
                Action.of("edit.deleteLines", Menu.CODE, "Delete Lines", () -> onEditor(EditorView::deleteLines)).withKeys("Shortcut+Shift+K").when(anyDocument));
        actions.addGroup(
                Action.of("code.fix", Menu.CODE, "Quick Fix…", () -> onEditor(window.refactoring()::quickFix)).withKeys("Alt+ENTER").when(anyDocument));
        actions.addGroup(
                Action.of("fold.toggle", Menu.CODE, "Fold or Unfold", () -> onEditor(EditorView::toggleFold)).withKeys("Shortcut+PERIOD").when(anyDocument),
                Action.of("fold.all", Menu.CODE, "Fold All", () -> onEditor(EditorView::foldAll)).withKeys("Shortcut+Shift+PERIOD").when(anyDocument),
                Action.of("fold.none", Menu.CODE, "Unfold All", () -> onEditor(EditorView::unfoldAll)).withKeys("Shortcut+Shift+COMMA").when(anyDocument));
    }

    private void go() {
        actions.addGroup(
                Action.of("go.anything", Menu.GO, "Go to Anything…", () -> window.openPalette("")).withKeys("Shortcut+P"),
                Action.of("go.definition", Menu.GO, "Go to Definition", () -> onEditor(window.code()::goToDefinition)).withKeys("F12").when(anyDocument),
                Action.of("go.usages", Menu.GO, "Find Usages", () -> onEditor(window.refactoring()::findUsages)).withKeys("Alt+F7").when(anyDocument),
                Action.of("go.callers", Menu.GO, "Find Callers", () -> onEditor(window.refactoring()::findCallers)).withKeys("Shortcut+Alt+H").when(anyDocument),
                Action.of("go.callees", Menu.GO, "Find What Is Called", () -> onEditor(window.refactoring()::findCallees)).withKeys("Shortcut+Shift+H").when(anyDocument),
                Action.of("go.reveal", Menu.GO, "Select in Project", window::revealInProject).withKeys("Alt+F1").when(anyDocument),
                Action.of("go.processes", Menu.GO, "Show Only Processes in This Function", () -> onEditor(window.code()::showProcessesInFunction)).withKeys("Shift+F12")
                        .when(anyDocument.and(services.runner().sessionProperty().isNotNull())),
                Action.of("go.back", Menu.GO, "Go Back", () -> window.history().goBack()).withKeys("Alt+LEFT").when(window.history().canGoBackProperty()),
                Action.of("go.forward", Menu.GO, "Go Forward", () -> window.history().goForward()).withKeys("Alt+RIGHT")
                        .when(window.history().canGoForwardProperty()),
                Action.of("go.line", Menu.GO, "Go to Line…", () -> window.openPalette(":")).withKeys("Shortcut+G").when(anyDocument));
    }

    private void onEditor(Consumer<EditorView> command) { window.activeEditor().ifPresent(command); }

    private void text(Consumer<CodeArea> onCode, Consumer<TextInputControl> onField) { window.focusedText().apply(onCode, onField); }
}
