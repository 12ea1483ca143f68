package org.acutance.math.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A way to compute a convolution that can be chosen.
 *
 * @param work what it would do
 * @param convolution prepares it, which may take as long as a convolution
 */
record Candidate(Method method, Work work, Supplier<ValidConvolution> convolution) {
    /** Every way to compute a problem, in the order of {@link Method}. */
    static List<Candidate> all(Problem problem) {
        List<Candidate> candidates = new ArrayList<>();
        DirectConvolution direct = new DirectConvolution(problem);
        candidates.add(new Candidate(Method.DIRECT, direct.work(), () -> direct));
        Factors.of(problem.kernel()).ifPresent(factors -> {
            SeparableConvolution separable = new SeparableConvolution(problem, factors);
            candidates.add(new Candidate(Method.SEPARABLE, separable.work(), () -> separable));
        });
        Precision precision = problem.kernel().precision();
        Shape period = Period.cheapest(problem, precision, CostModel.standard());
        candidates.add(new Candidate(
                Method.FFT,
                Work.filter(problem.input(), problem.output(), period),
                () -> new FftConvolution(problem, period)));
        return candidates;
    }
}
