package dev.ithaca.vm.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * The messages of one process. Senders push onto a lock-free stack (Treiber 1986); the receiver takes the whole stack at
 * once, reverses it, and keeps the messages in a doubly linked list of its own, from which a selective receive may take
 * any. All methods but {@link #push}, {@link #hasNew} and the figures for observers belong to whoever runs or has claimed the process.
 */
final class Mailbox {
    private static final VarHandle INBOX;

    static {
        try {
            INBOX = MethodHandles.lookup().findVarHandle(Mailbox.class, "inbox", Message.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Message inbox;
    private Message oldest;
    private Message newest;
    private int received;
    private long taken;
    private MailboxCursor spareCursor;
    /** The messages taken last; null while they are not kept. */
    private RecentMessages recent;

    Mailbox() {}

    /** Goes on with the messages of one that nobody uses any more. */
    Mailbox(Mailbox before) {
        inbox = before.inbox;
        oldest = before.oldest;
        newest = before.newest;
        received = before.received;
        taken = before.taken;
        recent = before.recent;
    }

    /** From any thread. A full fence stands between the push and what the caller does next. */
    void push(Message message) {
        Message top = inbox;
        for (;;) {
            message.next = top;
            message.depth = top == null ? 1 : top.depth + 1;
            message.firstSentMillis = top == null ? message.sentMillis : top.firstSentMillis;
            Message seen = (Message) INBOX.compareAndExchange(this, top, message);
            if (seen == top) return;
            top = seen;
        }
    }

    /** Messages queued; exact for the owner, at most a moment old for others. */
    int length() {
        Message top = inbox;
        return received + (top == null ? 0 : top.depth);
    }

    /** Messages that ever came in. As exact as {@link #length}. */
    long arrived() { return taken + length(); }

    /** When the oldest message was sent, in machine milliseconds; -1 if there is none. As exact as {@link #length}. */
    int oldestSentMillis() {
        Message kept = oldest;
        if (kept != null) return kept.sentMillis;
        Message top = inbox;
        return top == null ? -1 : top.firstSentMillis;
    }

    /** Whether there are messages that no receive has looked at. */
    boolean hasNew() { return inbox != null; }

    MailboxCursor cursor() {
        MailboxCursor cursor = spareCursor;
        if (cursor == null) return new MailboxCursor();
        spareCursor = null;
        return cursor;
    }

    /** The next message, which the cursor then stands at; null if there is none yet. */
    Message advance(MailboxCursor cursor) {
        Message at = cursor.current;
        // A receive inside a guard may have taken the message we stood at; the others are then looked at again.
        Message next = at == null || at.removed ? oldest : at.next;
        if (next == null) {
            if (inbox == null) return null;
            drain();
            next = at == null || at.removed ? oldest : at.next;
        }
        cursor.current = next;
        return next;
    }

    /**
     * Removes the message the cursor stands at and ends the use of the cursor.
     *
     * @param history remembers the message; null if nobody wants to know
     */
    void take(MailboxCursor cursor, History history) {
        Message m = cursor.current;
        unlink(m);
        cursor.current = null;
        spareCursor = cursor;
        if (history != null) keep(m, history);
    }

    private void keep(Message m, History history) {
        RecentMessages kept = recent;
        if (kept == null) recent = kept = new RecentMessages();
        kept.add(m, history);
    }

    /** The messages taken last, oldest first, as far as they were kept. */
    List<Message> recent() {
        RecentMessages kept = recent;
        return kept == null ? List.of() : kept.read();
    }

    void forgetRecent() { recent = null; }

    /** The oldest messages, at most that many. */
    List<Message> peek(int limit) {
        List<Message> result = new ArrayList<>(Math.min(limit, length()));
        for (Message m = oldest; m != null && result.size() < limit; m = m.next) result.add(m);
        int wanted = limit - result.size();
        if (wanted <= 0) return result;
        // the inbox begins with the newest: those too many are passed over, not copied
        List<Message> fresh = new ArrayList<>();
        for (Message m = inbox; m != null; m = m.next) if (m.depth <= wanted) fresh.add(m);
        Collections.reverse(fresh);
        result.addAll(fresh);
        return result;
    }

    /**
     * Removes the oldest message. One that no receive has looked at is taken from the bottom of the stack where it lies: to drain
     * the stack would hide the others from a receive that waits for new ones. @return its value, null if there is none
     */
    Object dropOldest() {
        Message dropped = oldest;
        if (dropped != null) unlink(dropped);
        else dropped = cutInbox();
        return dropped == null ? null : dropped.value;
    }

    private Message cutInbox() {
        for (Message top = inbox; top != null; top = inbox) {
            if (top.next == null) {
                if (!INBOX.compareAndSet(this, top, null)) continue;
                taken++;
                return top;
            }
            Message above = top;
            while (above.next.next != null) above = above.next;
            Message bottom = above.next;
            above.next = null;
            // a sender that has just read the old depth makes it one too large, until the stack is drained
            for (Message m = top; m != null; m = m.next) {
                m.depth--;
                m.firstSentMillis = above.sentMillis;
            }
            taken++;
            return bottom;
        }
        return null;
    }

    /** Removes every message the test holds for. */
    void removeIf(Predicate<Object> test) {
        drain();
        unlinkIf(test);
    }

    /** Of those in the list of the receiver. @return how many */
    private int unlinkIf(Predicate<Object> test) {
        int before = received;
        for (Message m = oldest; m != null; m = m.next) {
            if (test.test(m.value)) unlink(m);
        }
        return before - received;
    }

    /**
     * Takes messages back that the process has not taken. Those that no receive has looked at stay in the inbox, in their order,
     * lest a receive that waits for new ones misses them. @return whether there were any
     */
    boolean retract(Predicate<Object> test) {
        int removed = unlinkIf(test);
        List<Message> kept = new ArrayList<>();
        int fresh = takeInbox(kept, test);
        // what comes in meanwhile goes on top, so that the messages of each sender stay in order
        while (!kept.isEmpty() && !INBOX.compareAndSet(this, null, stack(kept))) fresh += takeInbox(kept, test);
        taken += fresh;
        return removed + fresh > 0;
    }

    /** Empties the inbox into a list, oldest first, without those the test holds for. @return how many those were */
    private int takeInbox(List<Message> kept, Predicate<Object> test) {
        List<Message> fresh = new ArrayList<>();
        for (Message m = (Message) INBOX.getAndSet(this, null); m != null; m = m.next) fresh.add(m);
        Collections.reverse(fresh);
        int before = kept.size();
        for (Message m : fresh) {
            if (test.test(m.value)) m.removed = true;
            else kept.add(m);
        }
        return before + fresh.size() - kept.size();
    }

    private static Message stack(List<Message> oldestFirst) {
        Message top = null;
        int firstSent = oldestFirst.getFirst().sentMillis;
        for (Message m : oldestFirst) {
            m.next = top;
            m.depth = top == null ? 1 : top.depth + 1;
            m.firstSentMillis = firstSent;
            top = m;
        }
        return top;
    }

    /** Forgets all but the oldest messages, at most that many. */
    void truncate(int limit) {
        drain();
        while (received > limit) {
            if (newest instanceof LocatedMessage traced) traced.unread = true;
            unlink(newest);
        }
    }

    /** Forgets all messages. */
    void clear() {
        INBOX.setVolatile(this, null);
        oldest = null;
        newest = null;
        received = 0;
        spareCursor = null;
        recent = null;
    }

    private void drain() {
        Message m = (Message) INBOX.getAndSet(this, null);
        if (m == null) return;
        Message last = m;
        Message first = null;
        while (m != null) {
            received++;
            Message before = m.next;
            m.next = first;
            if (first != null) first.previous = m;
            first = m;
            m = before;
        }
        first.previous = newest;
        if (newest == null) oldest = first;
        else newest.next = first;
        newest = last;
    }

    private void unlink(Message m) {
        if (m.previous == null) oldest = m.next;
        else m.previous.next = m.next;
        if (m.next == null) newest = m.previous;
        else m.next.previous = m.previous;
        m.removed = true;
        received--;
        taken++;
    }
}
