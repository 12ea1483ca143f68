package org.acutance.app.cli;

/** Whether somebody wants the work to stop; asked by the thread that works, requested by any other. */
final class Cancellation {
    /** What Ctrl-C sends. */
    static final int SIGINT = 2;

    /** What {@code kill} sends. */
    static final int SIGTERM = 15;

    private volatile int signal;

    /** Asks for it. */
    void request(int number) {
        signal = number;
    }

    /** Whether it was asked for. */
    boolean requested() {
        return signal != 0;
    }

    /** The number of the signal that asked; 0 if none did. */
    int signal() {
        return signal;
    }
}
