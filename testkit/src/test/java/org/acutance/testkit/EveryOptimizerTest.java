package org.acutance.testkit;

import java.util.Set;
import java.util.stream.Stream;
import org.acutance.math.optimize.Optimizers;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of the catalogue, and each of its ways to work, under the contract. */
@ParameterizedClass
@MethodSource("specifications")
class EveryOptimizerTest extends OptimizerContract {
    private final String specification;

    EveryOptimizerTest(String specification) {
        this.specification = specification;
    }

    static Stream<String> specifications() {
        return Stream.concat(
                Optimizers.CATALOGUE.names().stream(),
                Stream.of(
                        "newton-cg:hessian=2-point",
                        "l-bfgs-b:lower=-100",
                        "tnc:lower=-100",
                        "projected-gradient:lower=-100"));
    }

    @Override
    protected String specification() {
        return specification;
    }

    /** Those that take whole Newton steps from the start end in Rosenbrock's second minimum. */
    @Override
    protected boolean mayEndInAnotherMinimum() {
        return Set.of("trust-exact", "dogleg").contains(specification);
    }
}
