package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Copies;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pages of a program's sessions (chapter 3, section 20.1). A page holds functions that use the reactive values of the
 * process it was made in: that process gets it back as it is, others get a copy, or an error if it cannot leave its process.
 */
final class PageSessions {
    private record Session(long owner, Object page) {}

    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private long created;

    static PageSessions of(Process p) { return p.machine().service(PageSessions.class, PageSessions::new); }

    synchronized String newId() { return "session_" + created++; }

    synchronized void put(Process p, String id, Object page) { sessions.put(id, new Session(p.id(), page)); }

    /** Null if there is no such session. */
    Object get(Process p, String id) {
        Session session;
        synchronized (this) {
            session = sessions.get(id);
        }
        if (session == null) return null;
        return session.owner == p.id() ? session.page : Copies.forSend(session.page, "Cannot use session " + id + " here");
    }

    synchronized boolean has(String id) { return sessions.containsKey(id); }

    synchronized void remove(String id) { sessions.remove(id); }

    synchronized Object[] ids() { return sessions.keySet().toArray(); }
}
