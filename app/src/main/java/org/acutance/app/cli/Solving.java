package org.acutance.app.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.uncertainty.Uncertainty;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/** Runs a plan as a command does: with progress, and so that signals end it with the best result so far. */
final class Solving {
    /** Hides progress. */
    static final Option<Boolean> QUIET = Option.flag("--quiet", "show no progress");

    private Solving() {}

    static Restored run(Plan plan, Line line, Session session) {
        session.beforeWork().accept(session.cancellation());
        return watched(plan, line, session, Deblurring::run);
    }

    /** How far each pixel of a result may be off. */
    static List<Uncertainty> uncertainty(Plan plan, Restored restored, Line line, Session session) {
        return watched(plan, line, session, deblurring -> deblurring.uncertainty(restored, OptionalInt.empty()));
    }

    private static <T> T watched(Plan plan, Line line, Session session, Function<Deblurring, T> work) {
        if (line.has(QUIET)) {
            return work.apply(new Deblurring(plan, (stage, run) -> {}, session.cancellation()::requested));
        }
        try (Progress progress = Progress.of(plan, session.err())) {
            return work.apply(new Deblurring(plan, progress, session.cancellation()::requested));
        }
    }

    static ExitCode code(Restored restored) {
        return restored.success() ? ExitCode.OK : ExitCode.NOT_CONVERGED;
    }

    /** Loss at the start, summed over the channels. */
    static double startLoss(Restored restored) {
        return restored.channels().stream()
                .mapToDouble(solution -> solution.history().get(0).fun())
                .sum();
    }

    /** Why it ended, with the way out that a command has. */
    private static String message(Reason reason) {
        return switch (reason) {
            case MAX_ITERATIONS ->
                "Stopped at the limit of iterations; raise --max-iterations or the method's maxiter, or go on with"
                        + " --start file:OUT.";
            case CANCELLED -> "Cancelled; the result is the best so far; go on with --start file:OUT.";
            default -> reason.message();
        };
    }

    /** Adds how the search went. */
    static void report(Restored restored, Report report) {
        List<Solution> all = restored.channels();
        int iterations = all.stream().mapToInt(Solution::nit).sum();
        int values = all.stream().mapToInt(Solution::nfev).sum();
        int gradients = all.stream().mapToInt(Solution::njev).sum();
        int products = all.stream().mapToInt(Solution::nhev).sum();
        String measure = restored.measure();
        report.put(measure, restored.loss())
                .put("start_" + measure, startLoss(restored))
                .put("iterations", iterations)
                .put("nfev", values)
                .put("njev", gradients)
                .put("nhev", products)
                .put("seconds", restored.seconds())
                .put("success", restored.success())
                .put("reason", restored.reason().name())
                .put("message", message(restored.reason()))
                .line("%-9s %.8g -> %.8g", measure, startLoss(restored), restored.loss())
                .line(
                        "effort    %d iterations, %d values, %d gradients, %d Hessian products, %.2f s",
                        iterations, values, gradients, products, restored.seconds())
                .line("end       %s", message(restored.reason()));
    }
}
