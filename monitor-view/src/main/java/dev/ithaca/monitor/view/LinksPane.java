package dev.ithaca.monitor.view;

import dev.ithaca.monitor.model.Format;
import dev.ithaca.monitor.model.ProcessSample;
import dev.ithaca.monitor.viewmodel.MonitorModel;
import dev.ithaca.vm.inspect.ProcessSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/**
 * A picture of who is bound to the process: its parent above, its children below, links on the left, what it monitors on the
 * right. A click on one of them goes there.
 */
final class LinksPane extends Pane {
    /** Neighbours drawn on each side. */
    private static final int MOST = 8;
    private static final double MARGIN = 10;

    private enum Side { PARENT, CHILDREN, LINKS, MONITORS }

    /** @param pid 0 if it stands for those that are not drawn */
    private record Neighbour(Side side, long pid, Labeled node, Line line) {}

    private record Shown(List<Long> parent, List<Long> children, List<Long> links, List<Long> monitors) {}

    private final MonitorModel model;
    private final LongConsumer onPid;
    private final Label centre = new Label();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private Shown shown;
    private long pid;

    LinksPane(MonitorModel model, LongConsumer onPid) {
        this.model = model;
        this.onPid = onPid;
        setId("process-links");
        getStyleClass().add("links-pane");
        centre.getStyleClass().addAll("link-node", "centre");
    }

    void show(ProcessSnapshot snapshot) {
        var next = new Shown(snapshot.info().parent() == 0 ? List.of() : List.of(snapshot.info().parent()), snapshot.children(),
                snapshot.links(), snapshot.monitors());
        if (next.equals(shown) && pid == snapshot.info().pid()) {
            nameThem();
            return;
        }
        shown = next;
        pid = snapshot.info().pid();
        neighbours.clear();
        add(Side.PARENT, next.parent());
        add(Side.CHILDREN, next.children());
        add(Side.LINKS, next.links());
        add(Side.MONITORS, next.monitors());
        var nodes = new ArrayList<Node>();
        neighbours.forEach(neighbour -> nodes.add(neighbour.line()));
        nodes.add(centre);
        neighbours.forEach(neighbour -> nodes.add(neighbour.node()));
        nodes.add(caption(next.parent().isEmpty() ? "no parent" : "parent", "caption-parent"));
        nodes.add(caption(next.children().size() == 1 ? "1 child" : Format.count(next.children().size()) + " children", "caption-children"));
        nodes.add(caption(Format.plural(next.links().size(), "link"), "caption-links"));
        nodes.add(caption(Format.count(next.monitors().size()) + " monitored", "caption-monitors"));
        getChildren().setAll(nodes);
        nameThem();
        requestLayout();
    }

    /** They are called by where they stand, as everywhere, which is another place from time to time. */
    private void nameThem() {
        centre.setText(title(pid));
        for (Neighbour neighbour : neighbours) if (neighbour.pid() != 0) neighbour.node().setText(title(neighbour.pid()));
    }

    private static Label caption(String text, String id) {
        var label = new Label(text);
        label.setId(id);
        label.getStyleClass().add("link-caption");
        return label;
    }

    private void add(Side side, List<Long> pids) {
        for (long other : pids.subList(0, Math.min(MOST, pids.size()))) {
            var node = new Hyperlink();
            node.getStyleClass().addAll("link-node", "pid-link");
            node.setOnAction(click -> onPid.accept(other));
            add(side, other, node);
        }
        if (pids.size() > MOST) {
            var more = new Label("… " + Format.count(pids.size() - MOST) + " more");
            more.getStyleClass().add("link-caption");
            add(side, 0, more);
        }
    }

    private void add(Side side, long other, Labeled node) {
        var line = new Line();
        line.getStyleClass().addAll("link-line", side == Side.LINKS ? "strong" : side == Side.MONITORS ? "dashed" : "thin");
        neighbours.add(new Neighbour(side, other, node, line));
    }

    private String title(long process) {
        ProcessSample sample = model.population().listing().sample();
        int row = sample.rowOf(process);
        String name = row < 0 ? null : sample.name(row) != null ? sample.name(row) : sample.function(row);
        return name == null ? Format.pid(process) : Format.pid(process) + " " + name;
    }

    @Override protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        centre.autosize();
        centre.relocate(Math.round((width - centre.getWidth()) / 2), Math.round((height - centre.getHeight()) / 2));
        for (Side side : Side.values()) layOut(side, neighbours.stream().filter(n -> n.side() == side).toList(), width, height);
        place("#caption-parent", width / 2, MARGIN, true);
        place("#caption-children", width / 2, height - MARGIN, true);
        place("#caption-links", MARGIN, height / 2, false);
        place("#caption-monitors", width - MARGIN, height / 2, false);
    }

    /** Captions stand where nothing else does on an empty side, else out of the way. */
    private void place(String id, double x, double y, boolean horizontal) {
        if (!(lookup(id) instanceof Label caption)) return;
        caption.autosize();
        boolean right = x > getWidth() / 2 + 1;
        boolean low = y > getHeight() / 2 + 1;
        double left = horizontal ? MARGIN : right ? x - caption.getWidth() : x;
        double top = horizontal ? low ? y - caption.getHeight() : y : MARGIN + 2 * caption.getHeight();
        caption.relocate(Math.round(left), Math.round(top));
    }

    private void layOut(Side side, List<Neighbour> all, double width, double height) {
        boolean across = side == Side.PARENT || side == Side.CHILDREN;
        for (int i = 0; i < all.size(); i++) {
            Neighbour one = all.get(i);
            one.node().autosize();
            double w = one.node().getLayoutBounds().getWidth();
            double h = one.node().getLayoutBounds().getHeight();
            double share = (i + 1.0) / (all.size() + 1);
            double x = across ? width * share - w / 2 : side == Side.LINKS ? MARGIN : width - MARGIN - w;
            double y = !across ? height * share - h / 2 : side == Side.PARENT ? MARGIN
                    : height - MARGIN - h - (i % 2) * (h + 2);
            x = Math.max(MARGIN, Math.min(width - MARGIN - w, x));
            one.node().relocate(Math.round(x), Math.round(y));
            one.line().setStartX(width / 2);
            one.line().setStartY(height / 2);
            one.line().setEndX(x + w / 2);
            one.line().setEndY(y + h / 2);
        }
    }
}
