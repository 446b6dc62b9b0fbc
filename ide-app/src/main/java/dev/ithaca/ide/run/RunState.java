package dev.ithaca.ide.run;

/** Where the program is in its life. */
public enum RunState {
    IDLE("ready"), COMPILING("compiling"), RUNNING("running"), STOPPING("stopping"), FINISHED("finished"), FAILED("failed"),
    STOPPED("stopped");

    private final String label;

    RunState(String label) { this.label = label; }

    public String label() { return label; }

    /** Whether there is something to stop. */
    public boolean active() { return this == COMPILING || this == RUNNING || this == STOPPING; }
}
