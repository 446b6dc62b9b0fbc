package dev.ithaca.monitor.view;

/** Where the life lines of the message picture stand. All sizes follow the size of the text. */
final class FlowGeometry {
    /** In sizes of the text. */
    private static final double GUTTER = 4.9;
    private static final double NARROWEST = 5.8;
    private static final double WIDEST = 22;
    private static final double ROW = 2.05;
    private static final double SCROLL_BAR = 1.3;

    private double em = 13;
    private double width;
    private int lanes;

    /** @return whether anything has changed by that */
    boolean set(double newWidth, int newLanes, double newEm) {
        boolean changed = newWidth != width || newLanes != lanes || newEm != em;
        width = newWidth;
        lanes = newLanes;
        em = newEm;
        return changed;
    }

    double em() { return em; }

    double width() { return width; }

    /** Where the times end. */
    double gutter() { return GUTTER * em; }

    double rowHeight() { return Math.ceil(ROW * em); }

    double right() { return width - SCROLL_BAR * em; }

    double laneWidth() { return lanes == 0 ? 0 : Math.min(WIDEST * em, Math.max(0, right() - gutter()) / lanes); }

    /** The middle of a life line; of -1, the machine, the left border. */
    double x(int lane) { return Math.round(lane < 0 ? gutter() : gutter() + laneWidth() * (lane + 0.5)); }

    /** Life lines that there is room for, at least two. */
    int room() { return Math.max(2, (int) ((right() - gutter()) / (NARROWEST * em))); }
}
