package dev.ithaca.monitor.view;

import javafx.scene.control.ContextMenu;
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
                Controls.menuItem(actions.stepInto),
                Controls.menuItem(actions.stepOver),
                Controls.menuItem(actions.stepOut),
                Controls.menuItem(actions.sendMessage),
                Controls.menuItem(actions.dropMessage),
                Controls.menuItem(actions.collectGarbage),
                Controls.menuItem(actions.respawn),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.trace),
                Controls.menuItem(actions.follow),
                Controls.menuItem(actions.filterToFunction),
                Controls.menuItem(actions.filterToSubtree),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.copyPid),
                Controls.menuItem(actions.copy),
                Controls.menuItem(actions.exportCsv),
                Controls.menuItem(actions.exportJson),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.kill),
                Controls.menuItem(actions.killSubtree),
                Controls.menuItem(actions.sendExit),
                new SeparatorMenuItem(),
                Controls.menuItem(actions.list.tree),
                Controls.menuItem(actions.list.group),
                Controls.menuItem(actions.list.dead),
                Controls.menuItem(actions.list.expandAll),
                Controls.menuItem(actions.list.refresh),
                Controls.menuItem(actions.help));
    }
}
