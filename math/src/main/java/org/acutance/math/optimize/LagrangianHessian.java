package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/** The Hessian of the Lagrangian at a point, for the multipliers that a model finds. */
@FunctionalInterface
interface LagrangianHessian {
    /**
     * Products of the Hessian with directions.
     *
     * @param multipliers of the equations and inequalities, in the order of {@link Sides}
     */
    UnaryOperator<double[]> with(double... multipliers);

    /** This one, and another for directions along which it is not finite. */
    default LagrangianHessian orElse(LagrangianHessian other) {
        return multipliers -> {
            UnaryOperator<double[]> own = with(multipliers);
            UnaryOperator<double[]> others = other.with(multipliers);
            return direction -> {
                double[] product = own.apply(direction);
                return Double.isFinite(DenseSystem.norm(product)) ? product : others.apply(direction);
            };
        };
    }

    /** {@code root' root} from the columns of the root, whatever the multipliers. */
    static LagrangianHessian ofRoot(double[][] columns) {
        return multipliers ->
                direction -> DenseSystem.times(columns, DenseSystem.combined(columns, columns.length, direction));
    }

    /** The objective's Hessian and, each times its multiplier, those of the constraints; empty if one is not known. */
    static Optional<LagrangianHessian> exact(Objective objective, Iterate at, ConstraintSystem system, Sides sides) {
        Evaluation here = objective.known(at.x(), at.value(), at.gradient());
        return system.at(at.x()).secondDerivatives().map(constraints -> multipliers -> {
            List<UnaryOperator<NdArray>> parts =
                    constraints.of(sides.multipliers(at.x(), multipliers).constraints());
            return direction -> {
                NdArray shaped = NdArray.of(direction, at.x().shape(), at.x().precision());
                NdArray product = here.hessianProduct(shaped);
                for (UnaryOperator<NdArray> part : parts) {
                    product = product.plus(part.apply(shaped));
                }
                return product.toDoubles();
            };
        });
    }
}
