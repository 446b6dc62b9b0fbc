package dev.ithaca.vm.runtime.value;

/**
 * A candidate that was not chosen: a list of nodes that each hold up to 16 boxed elements, shared by the lists that start
 * within them. Prepending fills the free end of the first node if nobody else has.
 */
final class UnrolledList {
    private static final int WIDTH = 16;
    static final UnrolledList EMPTY = new UnrolledList(new Node(null), 0);

    private static final class Node {
        final Object[] elements = new Object[WIDTH];
        final UnrolledList next;
        /** How many elements are taken; they are stored last first. */
        int used;

        Node(UnrolledList next) { this.next = next; }
    }

    private final Node node;
    private final int count;

    private UnrolledList(Node node, int count) {
        this.node = node;
        this.count = count;
    }

    boolean isEmpty() { return count == 0; }

    Object head() { return node.elements[count - 1]; }

    UnrolledList tail() { return count > 1 ? new UnrolledList(node, count - 1) : node.next; }

    UnrolledList prepend(Object element) {
        Node target = node;
        int at = count;
        if (count == 0 || count == WIDTH || node.used != count) {
            target = new Node(this);
            at = 0;
        }
        target.elements[at] = element;
        target.used = at + 1;
        return new UnrolledList(target, at + 1);
    }
}
