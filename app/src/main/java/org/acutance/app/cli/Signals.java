package org.acutance.app.cli;

import java.io.PrintStream;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C and SIGTERM: the first one cancels, so that the best result so far can be written; the second one ends the
 * process at once.
 */
final class Signals {
    private Signals() {}

    /** Watches from now on. On a runtime that lacks {@code sun.misc.Signal}, signals end the process as usual. */
    static void watch(Cancellation cancellation, PrintStream err) {
        watch("INT", Cancellation.SIGINT, cancellation, err);
        watch("TERM", Cancellation.SIGTERM, cancellation, err);
    }

    // By reflection, since the compiler warns of sun.misc.Signal in a way that nothing can silence. A shutdown hook,
    // the official way, is not told of a second signal.
    private static void watch(String name, int number, Cancellation cancellation, PrintStream err) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        received(number, cancellation, err);
                        return proxy;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            Refusal.debug(unavailable, err);
        }
    }

    private static void received(int number, Cancellation cancellation, PrintStream err) {
        if (cancellation.requested()) {
            Runtime.getRuntime().halt(128 + number);
        }
        cancellation.request(number);
        if (Screen.isTerminal()) {
            err.println();
        }
        err.println("acutance: stopping with the best result so far; once more ends at once");
    }
}
