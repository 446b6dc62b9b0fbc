package dev.ithaca.vm.runtime;

/**
 * In which form a completed call left its result in the process, and which box a primitive turns into. The numbers of the
 * boxes are the ordinals of the code generator's {@code BoxType}.
 */
public final class ResultKind {
    public static final int INT = 0;
    public static final int INT8 = 1;
    public static final int INT16 = 2;
    public static final int INT32 = 3;
    public static final int UINT8 = 4;
    public static final int UINT16 = 5;
    public static final int UINT32 = 6;
    public static final int UINT64 = 7;
    public static final int FLOAT = 8;
    public static final int FLOAT32 = 9;
    public static final int BOOL = 10;
    public static final int CHAR = 11;
    /** A reference, or a value that is boxed already. */
    public static final int REF = 12;

    private ResultKind() {}
}
