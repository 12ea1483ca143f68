package org.acutance.deblur.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.acutance.deblur.denoise.Bm3d;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.linear.Wavelet;
import org.acutance.math.optimize.Bounds;

/** The priors by name. D stands for the forward differences along every axis. */
public final class Priors {
    private static final Parameter<double[]> VOXEL =
            Parameter.perAxis("voxel", "distance of neighbours in any unit, one or one per axis, slowest first", "1");
    private static final Parameter<OptionalDouble> WEIGHT = Parameter.numberOrAuto(
            "weight", "weight against the fidelity; auto finds it from the data", 0, Double.MAX_VALUE, "auto");
    private static final Parameter<Double> EPS =
            Parameter.number("eps", "difference about which the square goes over", Double.MIN_VALUE, 1e9, "0.01");
    private static final Parameter<Double> THRESHOLD =
            Parameter.number("threshold", "difference where the square goes over", Double.MIN_VALUE, 1e9, "0.01");
    private static final Parameter<Double> DARK =
            Parameter.number("eps", "value below which the image is dark", Double.MIN_VALUE, 1e9, "0.001");
    private static final Parameter<Double> FLOOR = Parameter.number(
            "floor", "value below which a parabola takes over in differentiation", Double.MIN_VALUE, 1e9, "0.001");
    private static final Parameter<TotalVariation.Form> FORM = Parameter.choice(
            "form", "differences that make one absolute value", TotalVariation.Form.class, "isotropic");
    private static final Parameter<Double> RATIO =
            Parameter.number("ratio", "weight of the second derivatives", Double.MIN_VALUE, 1e9, "2");
    private static final Parameter<Double> ACCURACY =
            Parameter.number("accuracy", "relative error bound of the inner minimisation", 1e-12, 0.1, "0.01");
    private static final Parameter<HessianSchatten.Order> ORDER = Parameter.choice(
            "order",
            "norm of the eigenvalues: their sum, square sum or largest",
            HessianSchatten.Order.class,
            "nuclear");
    private static final Parameter<Double> SCALE =
            Parameter.number("scale", "second derivative that is no noise any more", Double.MIN_VALUE, 1e9, "0.01");
    private static final Parameter<Double> EXPONENT =
            Parameter.number("exponent", "power of the differences", 0.01, 1, "0.6666666666666666");
    private static final Parameter<Wavelet> FAMILY = Parameter.choice("family", "the filters", Wavelet.class, "haar");
    private static final Parameter<Integer> LEVELS = Parameter.integer("levels", "levels of detail", 1, 16, "3");
    private static final Parameter<Double> STRENGTH = Parameter.number(
            "weight", "factor of the noise's standard deviation; more smooths more", Double.MIN_VALUE, 1e3, "1");
    private static final Parameter<Double> LEVEL =
            Parameter.number("level", "the level", -Double.MAX_VALUE, Double.MAX_VALUE, "0");
    private static final Parameter<Double> LOWER =
            Parameter.number("lower", "least value", -Double.MAX_VALUE, Double.MAX_VALUE, "0");
    private static final Parameter<Double> UPPER =
            Parameter.number("upper", "largest value", -Double.MAX_VALUE, Double.MAX_VALUE, "1");

    /** Every prior with its weight. */
    public static final Catalogue<Regulariser.Weighted> CATALOGUE = new Catalogue<>(
            "prior",
            List.of(
                    new Entry<>(
                            "bm3d",
                            "pictures whose blocks look alike: block matching and 3-D filtering as a plug-and-play prior",
                            List.of(STRENGTH),
                            given -> new Regulariser.Weighted(
                                    "bm3d", Prior.of(Bm3d.iterated()), OptionalDouble.of(given.get(STRENGTH)))),
                    weighted(
                            "tv",
                            "total variation, sum of |Dx|: flat regions with sharp edges",
                            given -> new TotalVariation(given.get(FORM), voxel(given)),
                            FORM,
                            VOXEL),
                    weighted(
                            "smoothed-tv",
                            "total variation with rounded kinks, sum of sqrt(|Dx|^2 + eps^2) - eps",
                            given -> new SmoothVariation(new Hyperbolic(given.get(EPS)), voxel(given)),
                            EPS,
                            VOXEL),
                    weighted(
                            "huber-tv",
                            "total variation that is quadratic for differences up to a threshold",
                            given -> new SmoothVariation(new Huber(given.get(THRESHOLD)), voxel(given)),
                            THRESHOLD,
                            VOXEL),
                    weighted(
                            "vectorial-tv",
                            "total variation of all channels together: their edges are in the same places",
                            given -> new TotalVariation(TotalVariation.Form.VECTORIAL, voxel(given)),
                            VOXEL),
                    weighted(
                            "tgv",
                            "total generalised variation of second order: slopes stay slopes, edges sharp",
                            given -> new GeneralisedVariation(given.get(RATIO), given.get(ACCURACY), voxel(given)),
                            RATIO,
                            ACCURACY,
                            VOXEL),
                    weighted(
                            "hessian-schatten",
                            "norms of the second derivatives: piecewise linear, good for volumes of fluorescence",
                            given -> new HessianSchatten(given.get(ORDER), voxel(given)),
                            ORDER,
                            VOXEL),
                    weighted(
                            "log-hessian",
                            "scale * log(1 + |second derivatives| / scale): threads, beads and edges; not convex",
                            given -> new LogHessian(given.get(SCALE), voxel(given)),
                            SCALE,
                            VOXEL),
                    weighted(
                            "hyper-laplacian",
                            "sum of |Dx|^exponent, as in photographs; not convex",
                            given -> new HyperLaplacian(given.get(EXPONENT), voxel(given)),
                            EXPONENT,
                            VOXEL),
                    weighted(
                            "wavelet",
                            "sum of the absolute details of an undecimated wavelet frame",
                            given -> new WaveletSparsity(given.get(FAMILY), given.get(LEVELS)),
                            FAMILY,
                            LEVELS),
                    weighted(
                            "good-roughness",
                            "sum of |Dx|^2 / x: differences count less where it is bright, for fluorescence",
                            given -> new GoodRoughness(given.get(DARK), voxel(given)),
                            DARK,
                            VOXEL),
                    weighted(
                            "entropy",
                            "sum of x log(x / mean): as flat as the data allow, for astronomy",
                            given -> new Entropy(given.get(FLOOR)),
                            FLOOR),
                    weighted(
                            "tikhonov",
                            "||x||^2 / 2: small values",
                            given -> new Quadratic(domain -> new IdentityMap(domain.shape()))),
                    weighted("gradient", "||Dx||^2 / 2; Tikhonov's, smooth", Priors::gradient, VOXEL),
                    weighted("laplacian", "||D'Dx||^2 / 2: smooth, slopes cost nothing", Priors::laplacian, VOXEL),
                    weighted(
                            "gradient-norm",
                            "||Dx|| / sqrt(2); goes with fidelity norm, beside which it needs a weight",
                            given -> new GradientNorm(voxel(given)),
                            VOXEL),
                    limits("non-negative", "no value below 0", given -> Bounds.atLeast(0)),
                    limits(
                            "at-least",
                            "no value below a level, such as that of a background",
                            given -> Bounds.atLeast(given.get(LEVEL)),
                            LEVEL),
                    limits("box", "no value outside limits", Priors::between, LOWER, UPPER),
                    Entry.plain(
                            "none",
                            "no prior: the data alone",
                            new Regulariser.Weighted("none", Prior.of(x -> Tensor.scalar(0)), OptionalDouble.of(0)))));

    private Priors() {}

    /**
     * The sum that is written with {@code +} between its parts.
     *
     * @throws org.acutance.math.catalogue.SpecException if a part cannot be read
     */
    public static Regulariser parse(String written) {
        return new Regulariser(Arrays.stream(written.split("\\+(?=\\s*[a-z])", -1))
                .map(CATALOGUE::create)
                .toList());
    }

    private static Entry<Regulariser.Weighted> weighted(
            String name, String help, Function<Arguments, Prior> prior, Parameter<?>... parameters) {
        List<Parameter<?>> all = new ArrayList<>(List.of(WEIGHT));
        all.addAll(List.of(parameters));
        return new Entry<>(
                name, help, all, given -> new Regulariser.Weighted(name, prior.apply(given), given.get(WEIGHT)));
    }

    private static Entry<Regulariser.Weighted> limits(
            String name, String help, Function<Arguments, Bounds> bounds, Parameter<?>... parameters) {
        return new Entry<>(
                name,
                help,
                List.of(parameters),
                given -> new Regulariser.Weighted(name, new Limits(bounds.apply(given)), OptionalDouble.of(1)));
    }

    private static Bounds between(Arguments given) {
        return Bounds.between(given.get(LOWER), given.get(UPPER));
    }

    private static List<Double> voxel(Arguments given) {
        return DoubleStream.of(given.get(VOXEL)).boxed().toList();
    }

    private static Prior gradient(Arguments given) {
        List<Double> voxel = voxel(given);
        return new Quadratic(domain -> domain.grid(voxel).gradient());
    }

    private static Prior laplacian(Arguments given) {
        List<Double> voxel = voxel(given);
        return new Quadratic(domain -> domain.grid(voxel).laplacian());
    }
}
