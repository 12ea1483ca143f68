package org.acutance.testkit.mgh;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Objective;

/**
 * A problem of J. J. Moré, B. S. Garbow and K. E. Hillstrom, Testing unconstrained optimization software, ACM TOMS 7,
 * 1981: the sum of the squares of its residuals is to be minimised. All derivatives come from differentiation.
 *
 * @param name what the literature calls it
 * @param residuals gives the residuals, a vector, at a point
 * @param x0 the paper's start, a vector
 * @param valueAtStart the value there
 * @param minimum the least value near the start
 * @param minimiser where it is; one of several where the paper's problem has several
 */
public record MghProblem(
        String name,
        Function<Tensor, Tensor> residuals,
        NdArray x0,
        double valueAtStart,
        double minimum,
        NdArray minimiser) {
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-9;

    private static final Map<String, UnaryOperator<Tensor>> RESIDUALS = Map.ofEntries(
            entry("rosenbrock", FewUnknowns::rosenbrock),
            entry("freudenstein-roth", FewUnknowns::freudensteinRoth),
            entry("powell-badly-scaled", FewUnknowns::powellBadlyScaled),
            entry("brown-badly-scaled", FewUnknowns::brownBadlyScaled),
            entry("beale", FewUnknowns::beale),
            entry("jennrich-sampson", FewUnknowns::jennrichSampson),
            entry("helical-valley", FewUnknowns::helicalValley),
            entry("bard", CurveFits::bard),
            entry("gaussian", CurveFits::gaussian),
            entry("meyer", CurveFits::meyer),
            entry("gulf", FewUnknowns::gulf),
            entry("box-3d", FewUnknowns::box),
            entry("powell-singular", AnySize::powellSingular),
            entry("wood", FewUnknowns::wood),
            entry("kowalik-osborne", CurveFits::kowalikOsborne),
            entry("brown-dennis", FewUnknowns::brownDennis),
            entry("osborne-1", CurveFits::osborne1),
            entry("biggs-exp6", FewUnknowns::biggs),
            entry("osborne-2", CurveFits::osborne2),
            entry("watson", AnySize::watson),
            entry("ext-rosenbrock", AnySize::rosenbrock),
            entry("ext-powell-singular", AnySize::powellSingular),
            entry("penalty-1", AnySize::penalty1),
            entry("penalty-2", AnySize::penalty2),
            entry("variably-dim", AnySize::variablyDimensioned),
            entry("trigonometric", AnySize::trigonometric),
            entry("brown-almost-linear", AnySize::brownAlmostLinear),
            entry("discrete-bvp", AnySize::boundaryValue),
            entry("discrete-integral", AnySize::integralEquation),
            entry("broyden-tridiagonal", AnySize::tridiagonal),
            entry("broyden-banded", AnySize::banded),
            entry("linear-full-rank", AnySize::linearFullRank),
            entry("linear-rank-1", AnySize::linearRank1),
            entry("linear-rank-1-zero", AnySize::linearRank1Zero),
            entry("chebyquad", AnySize::chebyquad));

    /** The 35 problems in 42 instances, in the paper's order. */
    public static List<MghProblem> all() {
        return lines().skip(1).map(line -> read(line.split("\t", -1))).toList();
    }

    private static Stream<String> lines() {
        try (InputStream table = MghProblem.class.getResourceAsStream("mgh.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MghProblem read(String... cells) {
        return new MghProblem(
                cells[0],
                Objects.requireNonNull(RESIDUALS.get(cells[0])),
                point(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                point(cells[4]));
    }

    private static NdArray point(String numbers) {
        return NdArray.vector(Stream.of(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    /** The sum of the squares of the residuals. */
    public Objective objective() {
        return Objective.differentiated(x -> residuals.apply(x).squaredNorm());
    }

    /** Number of unknowns. */
    public int unknowns() {
        return x0.size();
    }

    /**
     * Whether a value is the minimum: above it by at most a millionth of it, or where it is 0 by at most 1e-9. A lower
     * one is another, better minimum.
     */
    public boolean isSolvedBy(double value) {
        return value - minimum <= (minimum > 0 ? RELATIVE * minimum : ABSOLUTE);
    }

    @Override
    public String toString() {
        return name + " " + unknowns();
    }
}
