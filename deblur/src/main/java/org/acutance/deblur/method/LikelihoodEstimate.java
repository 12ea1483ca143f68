package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.deblur.likelihood.Denominator;
import org.acutance.deblur.likelihood.Divergence;
import org.acutance.deblur.likelihood.PoissonLikelihood;
import org.acutance.deblur.likelihood.Squarem;
import org.acutance.deblur.likelihood.Update;
import org.acutance.deblur.model.Formation;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.Grid;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Sum;

/**
 * The maximum likelihood estimates that Huygens names CMLE and GMLE: photon statistics with a roughness penalty whose
 * strength follows from the signal-to-noise ratio, ended when the quality changes little. What is public is that: the
 * names, the role of the ratio and of the quality change, and Good's roughness (Good &amp; Gaskins 1971; Verveer, Gemkow
 * &amp; Jovin 1999) for the second. The scale of the penalty is ours: neighbours are expected to differ by a tenth of the
 * brightest light (classic) or of its root (Good's).
 *
 * @param name the name of the method, for messages
 * @param goods whether the penalty is Good's roughness rather than the squared gradient
 * @param snr signal-to-noise ratio of the brightest light: the root of its number of photons
 * @param background light that is not of the scene
 * @param quality ended when the objective changes by no more than this share of itself
 */
record LikelihoodEstimate(String name, boolean goods, double snr, double background, double quality) implements Scheme {
    private static final double EXPECTED_DIFFERENCE = 0.1;

    /** Share of the brightest light below which the root, whose slope is infinite at 0, is smoothed. */
    private static final double DARK = 1e-4;

    @Override
    public String fidelity() {
        return "the I-divergence + " + (goods ? "Good's roughness" : "squared gradient") + " for a ratio of " + snr;
    }

    @Override
    public boolean takesPrior() {
        return false;
    }

    @Override
    public boolean keepsLimits(Bounds limits) {
        return Positive.keeps(limits);
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return Positive.obstacle(problem, false);
    }

    @Override
    public List<String> notes(Problem problem) {
        return Positive.notes(problem, 0);
    }

    @Override
    public NdArray start(Problem problem, NdArray given) {
        return Positive.start(name, problem, given);
    }

    @Override
    public Prepared prepared(Problem problem) {
        Formation formation = problem.formation();
        NdArray values = problem.observation().values();
        NdArray level = NdArray.full(values.shape(), values.precision(), background);
        PoissonLikelihood data = new PoissonLikelihood(
                formation.blur(),
                formation.gain(),
                level.plus(formation.background()),
                values,
                problem.observation().weights(),
                0,
                Divergence.PLAIN);
        double brightest = Math.max(values.max(), Double.MIN_NORMAL);
        Objective penalty = Objective.differentiated(roughness(brightest));
        Update update =
                new Update(denominator(data.sensitivity(), formation.canvas().rank(), brightest), true);
        return new Prepared(data, Sum.of(data, penalty), new Squarem(update, quality));
    }

    private double scale() {
        return 0.5 / Math.pow(EXPECTED_DIFFERENCE * snr, 2);
    }

    private UnaryOperator<Tensor> roughness(double brightest) {
        return goods
                ? x -> gradient(x.plus(Tensor.scalar(DARK * brightest)).sqrt())
                        .squaredNorm()
                        .times(scale())
                : x -> gradient(x).squaredNorm().times(scale() / brightest);
    }

    /**
     * The part of the penalty's gradient that is not negative joins the denominator. An element has two neighbours per
     * axis. Squares: {@code 2 c sum(x - neighbour)}, doubled to bound the curvature; Good's, with a the root:
     * {@code c sum(1 - neighbour a / a)}.
     */
    private Denominator denominator(NdArray sensitivity, int axes, double brightest) {
        int neighbours = 2 * axes;
        double curvature = 4 * neighbours * scale() / brightest;
        NdArray constant = sensitivity.plus(NdArray.scalar(neighbours * scale()).to(sensitivity.precision()));
        return goods ? Denominator.constant(constant) : point -> sensitivity.plusScaled(curvature, point.x());
    }

    private static Tensor gradient(Tensor x) {
        return Grid.of(x.shape(), false).gradient().apply(x);
    }
}
