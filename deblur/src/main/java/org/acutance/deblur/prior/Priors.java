package org.acutance.deblur.prior;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.linear.GradientMap;

/** The priors by name. D stands for the forward differences along every axis. */
public final class Priors {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** One prior with its weight: {@code gradient-norm}, {@code gradient} and {@code none}. */
    public static final Catalogue<Regulariser.Weighted> CATALOGUE = new Catalogue<>(
            "prior",
            List.of(
                    weighted(
                            "gradient-norm",
                            "||Dx|| / sqrt(2); goes with fidelity norm",
                            "0.1",
                            Prior.of(Priors::norm)),
                    weighted("gradient", "||Dx||^2 / 2; Tikhonov's, smooth", "0.01", Prior.of(Priors::square)),
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

    private static Entry<Regulariser.Weighted> weighted(String name, String help, String weight, Prior prior) {
        Parameter<OptionalDouble> parameter = Parameter.numberOrAuto(
                "weight", "weight against the fidelity; auto finds it from the data", 0, Double.MAX_VALUE, weight);
        return new Entry<>(
                name,
                help,
                List.of(parameter),
                arguments -> new Regulariser.Weighted(name, prior, arguments.get(parameter)));
    }

    private static Tensor gradient(Tensor x) {
        return new GradientMap(x.shape()).apply(x);
    }

    private static Tensor norm(Tensor x) {
        return gradient(x).norm().times(ROOT_HALF);
    }

    private static Tensor square(Tensor x) {
        return gradient(x).squaredNorm().times(0.5);
    }
}
