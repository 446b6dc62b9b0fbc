package dev.ithaca.vm.inspect;

/** How soon a runnable process gets a worker. */
public enum ProcessPriority {
    LOW("low"), NORMAL("normal"), HIGH("high");

    private final String label;

    ProcessPriority(String label) { this.label = label; }

    public String label() { return label; }
}
