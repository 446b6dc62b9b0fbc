package dev.ithaca.monitor.view;

import dev.ithaca.monitor.viewmodel.MonitorAction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

/** The context menu of the process list; acts on the selection. */
public final class ProcessMenu extends ContextMenu {
    public ProcessMenu(MonitorActions actions) {
        setId("process-menu");
        getItems().setAll(
                Controls.menuItem(actions.goToSource),
                Controls.menuItem(actions.goToStart),
                Controls.menuItem(actions.inspect),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.suspendOrResume),
                Controls.menuItem(actions.freeze),
                submenu("Step", actions.stepInto, actions.stepOver, actions.stepOut),
                Controls.menuItem(actions.evaluate),
                Controls.menuItem(actions.sendMessage),
                Controls.menuItem(actions.dropMessage),
                Controls.menuItem(actions.collectGarbage),
                Controls.menuItem(actions.respawn),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.flow),
                Controls.menuItem(actions.trace),
                Controls.menuItem(actions.traceCalls),
                Controls.menuItem(actions.follow),
                Controls.menuItem(actions.filterToFunction),
                Controls.menuItem(actions.filterToSubtree),
                new SeparatorMenuItem(),
                submenu("Copy", actions.copyPid, actions.copy, actions.copySend, actions.copyFlow, actions.copyMermaid),
                Controls.menuItem(actions.saveAsTest),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.kill),
                Controls.menuItem(actions.killSubtree),
                Controls.menuItem(actions.undoKill),
                Controls.menuItem(actions.sendExit),
                new SeparatorMenuItem(),
                submenu("Recordings", actions.recording.save, actions.recording.record, actions.recording.open, actions.recording.close),
                submenu("The list", actions.list.tree, actions.list.group, actions.list.expandAll, actions.list.collapseAll, actions.list.sums, actions.list.dead, actions.list.library, actions.list.markNew, actions.list.markDead,
                        actions.list.refresh, actions.keepHistory, actions.exportCsv, actions.exportJson),
                Controls.menuItem(actions.help));
    }

    /** Keeps the menu short enough for a small screen. */
    private static Menu submenu(String text, MonitorAction... actions) {
        var menu = new Menu(text);
        for (MonitorAction action : actions) menu.getItems().add(Controls.menuItem(action));
        return menu;
    }
}
