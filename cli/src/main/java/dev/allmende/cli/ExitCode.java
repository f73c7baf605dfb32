package dev.allmende.cli;

/** Exit codes; part of the user interface, listed in docs/reference/exit-codes.md. */
public final class ExitCode {

    /** Everything asked for was judged and conforms. */
    public static final int CONFORMS = 0;

    /** At least one test case that counts failed. */
    public static final int DOES_NOT_CONFORM = 1;

    /** Nothing failed, but something that counts could not be judged. */
    public static final int NOT_JUDGED = 2;

    /** The command line is wrong (sysexits EX_USAGE). */
    public static final int USAGE = 64;

    /** An input file is broken (EX_DATAERR). */
    public static final int DATA = 65;

    /** The cloud cannot be reached (EX_UNAVAILABLE). */
    public static final int UNAVAILABLE = 69;

    /** A mistake in Allmende (EX_SOFTWARE). */
    public static final int INTERNAL = 70;

    /** A file cannot be read or written (EX_IOERR). */
    public static final int IO = 74;

    /** The login was refused (EX_NOPERM). */
    public static final int REFUSED = 77;

    /** The cloud's configuration is missing or contradictory (EX_CONFIG). */
    public static final int CONFIG = 78;

    /** Ended by Ctrl-C or SIGTERM. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
