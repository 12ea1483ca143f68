package org.acutance.deblur.prior;

import java.util.List;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.linear.GradientMap;

/** The regularisers by name. D stands for the forward differences along every axis. */
public final class Priors {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** {@code gradient-norm}, {@code gradient} and {@code none}. */
    public static final Catalogue<Prior> CATALOGUE = new Catalogue<>(
            "prior",
            List.of(
                    weighted(
                            "gradient-norm", "weight * ||Dx|| / sqrt(2); goes with fidelity norm", "0.1", Priors::norm),
                    weighted("gradient", "weight * ||Dx||^2 / 2; goes with fidelity l2", "0.01", Priors::square),
                    Entry.plain("none", "no prior: the data alone", x -> Tensor.scalar(0))));

    private Priors() {}

    private static Entry<Prior> weighted(String name, String help, String weight, Prior prior) {
        Parameter<Double> parameter =
                Parameter.number("weight", "weight against the fidelity", 0, Double.MAX_VALUE, weight);
        return new Entry<>(name, help, List.of(parameter), arguments -> {
            double factor = arguments.get(parameter);
            return x -> prior.penalty(x).times(factor);
        });
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
