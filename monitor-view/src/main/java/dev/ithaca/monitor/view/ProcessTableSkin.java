package dev.ithaca.monitor.view;

import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** The looks of the process list, whose rows are laid out by a flow that stays within its bounds. */
final class ProcessTableSkin extends TableViewSkin<Long> {
    ProcessTableSkin(ProcessTable table) { super(table); }

    /** The rows there are; at hand, since to look it up by its style takes longer than all else that is done with it. */
    VirtualFlow<TableRow<Long>> flow() { return getVirtualFlow(); }

    /** Rows made ahead are there but not to be seen. Not by a style: at its change, all cells would look for their styles anew. */
    void showRows(boolean shown) {
        flow().setOpacity(shown ? 1 : 0);
        flow().setMouseTransparent(!shown);
    }

    @Override protected VirtualFlow<TableRow<Long>> createVirtualFlow() { return new BoundedFlow(); }

    /**
     * Never stands beyond its end. Asked for one of the last rows, or left with fewer rows, JavaFX would look for rows to fill
     * the gap below the last one with, give up, log that its sizes do not add up, and only then go back.
     */
    private static final class BoundedFlow extends VirtualFlow<TableRow<Long>> {
        @Override public void scrollTo(int index) {
            super.scrollTo(index);
            stayInside();
        }

        @Override public void scrollToTop(int index) {
            super.scrollToTop(index);
            stayInside();
        }

        private void stayInside() {
            if (getPosition() > 1) setPosition(1);
        }

        @Override protected void layoutChildren() {
            TableRow<Long> last = getLastVisibleCell();
            if (last != null && getCellCount() > 0 && last.getIndex() >= getCellCount()) scrollToTop(getCellCount() - 1);
            super.layoutChildren();
        }
    }
}
