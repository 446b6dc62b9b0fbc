package dev.ithaca.vm.recording;

import java.util.Arrays;

/** Ascending pids, told by which of those before are gone, and which are new. */
final class PidColumn {
    /** Rows of a population; more than a machine can have. */
    private static final int MOST = 1 << 23;

    private PidColumn() {}

    static void write(FieldWriter out, long[] now, long[] before) {
        long[] gone = new long[before.length];
        long[] added = new long[now.length];
        int more = 0;
        int at = 0;
        for (int i = 0; i < before.length; i++) {
            while (at < now.length && now[at] < before[i]) added[more++] = now[at++];
            if (at < now.length && now[at] == before[i]) at++;
            else gone[i] = 1;
        }
        while (at < now.length) added[more++] = now[at++];
        out.column(gone, before.length);
        out.count(more);
        long last = 0;
        for (int i = 0; i < more; i++) {
            long pid = added[i];
            added[i] = pid - last - 1;
            last = pid;
        }
        out.column(added, more);
    }

    static long[] read(FieldReader in, long[] before) throws DamagedException {
        long[] gone = new long[before.length];
        in.column(gone, before.length);
        int more = in.count();
        if (more > MOST) throw new DamagedException(more + " new processes");
        long[] added = new long[more];
        in.column(added, more);
        long[] now = new long[before.length + more];
        int size = 0;
        int kept = 0;
        long last = 0;
        for (int i = 0; i < more; i++) {
            long pid = last + added[i] + 1;
            if (pid <= last) throw new DamagedException("pids in no order");
            last = pid;
            while (kept < before.length && before[kept] < pid) {
                if (gone[kept] == 0) now[size++] = before[kept];
                kept++;
            }
            if (kept < before.length && before[kept] == pid) throw new DamagedException("a new process that was there: " + pid);
            now[size++] = pid;
        }
        for (; kept < before.length; kept++) if (gone[kept] == 0) now[size++] = before[kept];
        return Arrays.copyOf(now, size);
    }
}
