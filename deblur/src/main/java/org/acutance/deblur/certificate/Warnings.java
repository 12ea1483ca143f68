package org.acutance.deblur.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.noise.NoiseReport;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Solution;

/**
 * What speaks against an estimate. The limits lie between what good and what bad parameters gave on photographs, text and
 * charts under blurs and noise of several sizes.
 */
final class Warnings {
    private static final double LARGE = 1.5;
    private static final double SMALL = 0.3;
    /** More than rounding. */
    private static final double SURELY = 1.001;

    private static final double COLOURED = 2.5;
    private static final double CORRELATED = 0.4;
    /** What chance does not reach. */
    private static final double DEVIATIONS = 6;

    private static final double SWINGING = 3;
    private static final double MANY_SATURATED = 1e-3;
    private static final double MANY_CLIPPED = 1e-2;

    private Warnings() {}

    /** The warnings, the gravest first. */
    static List<Finding> of(Problem problem, Solution solution, Residual residual, SampleType type) {
        List<Finding> found = new ArrayList<>();
        unfinished(solution).ifPresent(found::add);
        size(problem, residual).ifPresent(found::add);
        colour(residual).ifPresent(found::add);
        swings(problem, solution.x(), residual).ifPresent(found::add);
        saturated(problem, type).ifPresent(found::add);
        clipped(problem, solution.x(), residual, type).ifPresent(found::add);
        found.addAll(pointSpread(problem));
        return found;
    }

    private static Optional<Finding> unfinished(Solution solution) {
        return solution.success()
                ? Optional.empty()
                : warning(
                        "the search ended before it converged, at iteration " + solution.nit(),
                        "allow more iterations, or go on from this result");
    }

    private static Optional<Finding> size(Problem problem, Residual residual) {
        if (residual.chiSquare() > LARGE) {
            return warning(
                    number("the residual is %.1f times as large as the noise", Math.sqrt(residual.chiSquare())),
                    "the point spread function, the boundary or the level of the noise is wrong, or the weight of the"
                            + " prior too large");
        }
        return residual.chiSquare() < SMALL && isNoisy(problem, residual)
                ? warning(
                        number(
                                "the residual is only %.2g times as large as the noise",
                                Math.sqrt(residual.chiSquare())),
                        "the result follows the noise; give the prior more weight, or check the level of the noise")
                : Optional.empty();
    }

    /** Whether there is more noise than is assumed where there is none, so that a result could follow it. */
    private static boolean isNoisy(Problem problem, Residual residual) {
        return residual.noise()
                > SURELY * NoiseReport.least(problem.observation().filled());
    }

    /** A fit takes its share of the noise's spectrum out of the residual, which is colour that does no harm. */
    private static Optional<Finding> colour(Residual residual) {
        double error = 1 / Math.sqrt(Math.max(1.0, (double) residual.samples()));
        double taken = Math.max(1, 2 / residual.chiSquare() - 1);
        boolean coloured = residual.whiteness() > COLOURED * taken + DEVIATIONS * 2 * error
                || residual.correlation() > CORRELATED + DEVIATIONS * error;
        return coloured && residual.chiSquare() >= SMALL
                ? warning(
                        number("the residual is not white, its autocorrelation reaches %.2f", residual.correlation()),
                        "the scene shows in it: the point spread function or the boundary is wrong, or the weight of the"
                                + " prior too large")
                : Optional.empty();
    }

    private static Optional<Finding> swings(Problem problem, NdArray estimate, Residual residual) {
        OptionalDouble swings = Oscillation.of(problem, estimate, residual.noise());
        return swings.orElse(0) > SWINGING
                ? warning(
                        number(
                                "ringing: flat parts vary %.1f times as much as the observation shows",
                                swings.orElse(0)),
                        "give the prior more weight, or check that the point spread function is not too wide")
                : Optional.empty();
    }

    private static Optional<Finding> saturated(Problem problem, SampleType type) {
        NdArray values = problem.observation().values();
        double end = type.most() / type.scale();
        double share = type.isInteger() ? share(values, value -> value >= end) : 0;
        return share > MANY_SATURATED
                ? warning(
                        number("saturation: %.2g %% of the samples are at the end of ", 100 * share) + type,
                        "light beyond it was cut off, and rings around it; expose less, or give these samples no weight")
                : Optional.empty();
    }

    private static Optional<Finding> clipped(Problem problem, NdArray estimate, Residual residual, SampleType type) {
        double low = type.least() / type.scale() - residual.noise();
        double high = type.most() / type.scale() + residual.noise();
        NdArray frame = problem.formation().crop(estimate);
        double share = type.isInteger() ? share(frame, value -> value < low || value > high) : 0;
        return share > MANY_CLIPPED
                ? warning(
                        number("clipped values: %.2g %% of the result lie beyond the range of ", 100 * share) + type,
                        "write a floating-point type, or add prior box")
                : Optional.empty();
    }

    private static double share(NdArray values, DoublePredicate condition) {
        long count = IntStream.range(0, values.size())
                .filter(i -> condition.test(values.get(i)))
                .count();
        return (double) count / Math.max(1, values.size());
    }

    private static List<Finding> pointSpread(Problem problem) {
        Psf psf = problem.observation().psf();
        int[] frame = problem.formation().frame().extents();
        Shape space = Shape.of(Arrays.copyOfRange(frame, problem.observation().channelAxes(), frame.length));
        return Stream.concat(
                        psf.report().findings().stream()
                                .filter(finding -> finding.severity() == Finding.Severity.WARNING),
                        psf.fit(space).stream())
                .toList();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static Optional<Finding> warning(String text, String remedy) {
        return Optional.of(new Finding(Finding.Severity.WARNING, text, remedy));
    }
}
