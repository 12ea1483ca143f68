package org.acutance.testkit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.acutance.math.optimize.Optimizers;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of the catalogue, and each of its ways to work, under the contract. */
@ParameterizedClass
@MethodSource("specifications")
class EveryOptimizerTest extends OptimizerContract {
    /** The defaults of these are as coarse as SciPy's. */
    private static final Map<String, String> TIGHT = Map.of(
            "nelder-mead",
            "nelder-mead:xatol=1e-9,fatol=1e-9,maxiter=20000,adaptive=true",
            "powell",
            "powell:xtol=1e-8,ftol=1e-9,maxiter=1000",
            "cobyla",
            "cobyla:tol=1e-8,maxiter=20000",
            "cobyqa",
            "cobyqa:final_tr_radius=1e-9,maxfev=20000");

    private final String specification;

    EveryOptimizerTest(String specification) {
        this.specification = specification;
    }

    static Stream<String> specifications() {
        return Stream.concat(
                Optimizers.CATALOGUE.names().stream().map(name -> TIGHT.getOrDefault(name, name)),
                Stream.of(
                        "newton-cg:hessian=2-point",
                        "newton-cg:preconditioner=circulant",
                        "trust-ncg:preconditioner=cosine",
                        "rmsprop:momentum=0.9",
                        "sgd:nesterov=true",
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
        return Set.of("trust-exact", "dogleg").contains(specification) || !computesGradients();
    }

    @Override
    protected boolean computesGradients() {
        return !TIGHT.containsValue(specification);
    }

    /** A simplex of more vertices gets lost, and linear models do not know of valleys. */
    @Override
    protected int mostUnknowns() {
        boolean few = specification.startsWith("nelder-mead") || specification.startsWith("cobyqa");
        return few ? 20 : specification.startsWith("cobyla") ? 2 : super.mostUnknowns();
    }
}
