package dev.ithaca.vm.inspect;

/** What a process is doing (design section 4). */
public enum ProcessStatus {
    RUNNING("running"), RUNNABLE("runnable"), WAITING("waiting"), SLEEPING("sleeping"), IO_WAIT("io_wait"),
    SUSPENDED("suspended"), DEAD("dead");

    private final String label;

    ProcessStatus(String label) { this.label = label; }

    /** The spelling that Nostos programs and users see. */
    public String label() { return label; }
}
