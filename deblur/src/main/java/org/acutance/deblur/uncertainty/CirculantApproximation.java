package org.acutance.deblur.uncertainty;

import java.util.Random;
import org.acutance.deblur.method.Problem;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Objective;

/**
 * The circulant matrix that is much like the Hessian of a loss, for preconditioning: the data term's as if its noise were
 * the same everywhere, the prior's as {@code flat + slopes |D|^2}, where D are the differences of neighbours. The two
 * numbers match the traces of the prior's Hessian and of its product with {@code D'D}, which one Hessian product
 * estimates (Hutchinson 1990).
 */
final class CirculantApproximation {
    /** Share of the largest eigenvalue below which none is believed. */
    private static final double LEAST = 1e-6;

    private final Problem problem;
    private final Shape canvas;
    private final int corners;

    private CirculantApproximation(Problem problem) {
        this.problem = problem;
        this.canvas = problem.formation().canvas();
        this.corners = 2 * canvas.rank();
    }

    /** Its inverse, at an estimate of the shape of the canvas. */
    static Filter inverse(Problem problem, NdArray estimate) {
        return new CirculantApproximation(problem).inverse(estimate);
    }

    private Filter inverse(NdArray estimate) {
        Fft fft = Fft.plan(canvas, estimate.precision());
        NdArray differences =
                fft.forward(differences(delta(estimate.precision()))).real();
        NdArray eigenvalues = prior(estimate, differences).plus(data(estimate.precision()));
        double least = LEAST * eigenvalues.max();
        NdArray reciprocal = NdArray.elementwise(
                "reciprocal",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 1 / Math.max(least, in[0][i]);
                    }
                },
                eigenvalues);
        return fft.filter(new Spectrum(canvas, reciprocal, NdArray.zeros(reciprocal.shape(), reciprocal.precision())));
    }

    private NdArray data(Precision arithmetic) {
        double[] variance = problem.data().variance().orElseThrow().toDoubles();
        double precision = 0;
        for (double each : variance) {
            precision += 1 / each;
        }
        double gain = problem.formation().gain();
        NdArray kernel = problem.observation().psf().kernel().to(arithmetic);
        return PeriodicConvolution.response(kernel, canvas)
                .squaredMagnitude()
                .times(gain * gain * precision / variance.length);
    }

    private NdArray prior(NdArray estimate, NdArray differences) {
        NdArray signs = new Lattice(canvas, 1).signs(0, new Random(0)).to(estimate.precision());
        NdArray product = Objective.differentiated(problem.prior().penalty(problem.domain()))
                .at(estimate)
                .hessianProduct(signs);
        double trace = signs.dot(product) / canvas.size();
        double traceOfDifferences = differences(signs).dot(product) / canvas.size();
        double slopes = Math.max(0, traceOfDifferences / corners - trace);
        double flat = Math.max(0, trace - corners * slopes);
        return differences.times(slopes).plus(NdArray.scalar(flat));
    }

    private NdArray delta(Precision arithmetic) {
        return NdArray.builder(canvas, arithmetic)
                .write(0, new double[] {1}, 0, 1)
                .build();
    }

    /** {@code D'D x}: the number of neighbours times each element, less the neighbours; around the corner too. */
    private NdArray differences(NdArray x) {
        NdArray sum = x.times(corners);
        for (int axis = 0; axis < canvas.rank(); axis++) {
            sum = sum.minus(x.roll(axis, 1)).minus(x.roll(axis, -1));
        }
        return sum;
    }
}
