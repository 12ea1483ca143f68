package org.acutance.examples;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.algebra.LinearAlgebra;
import org.acutance.math.leastsquares.Fit;
import org.acutance.math.leastsquares.LeastSquares;
import org.acutance.math.leastsquares.Loss;
import org.acutance.math.leastsquares.Method;
import org.acutance.math.leastsquares.Residuals;

/**
 * Fits a curve to measured data, with standard errors and in spite of an outlier: Misra1a of NIST's Statistical Reference
 * Datasets, the volume of a gas that a monolayer adsorbs against its pressure, whose parameters are certified.
 */
public final class FitACurve {
    private static final double[] PRESSURES = {
        77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0
    };
    private static final double[] VOLUMES = {
        10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78
    };
    private static final NdArray CERTIFIED = NdArray.vector(2.3894212918e+02, 5.5015643181e-04);
    private static final NdArray CERTIFIED_ERRORS = NdArray.vector(2.7070075241, 7.2668688436e-06);
    private static final NdArray GUESS = NdArray.vector(500, 1e-4);

    private FitACurve() {}

    /** What the curve {@code b1 (1 - exp(-b2 x))} leaves of the data. */
    private static Residuals curve(double... volumes) {
        Tensor x = Tensor.of(NdArray.vector(PRESSURES));
        Tensor y = Tensor.of(NdArray.vector(volumes));
        return Residuals.differentiated(b -> {
            Tensor saturation = x.times(b.slice(0, 1, 2)).negate().expm1().negate();
            return saturation.times(b.slice(0, 0, 1)).minus(y);
        });
    }

    /** The residuals' standard deviation s. */
    private static double deviation(Fit fit) {
        return Math.sqrt(2 * fit.cost() / (fit.fun().size() - fit.x().size()));
    }

    /** Square roots of the diagonal of {@code s^2 (J'J)^-1}. */
    private static NdArray standardErrors(Fit fit) {
        Tensor jacobian = Tensor.of(fit.jac());
        Tensor covariance = LinearAlgebra.inv(jacobian.transpose().matmul(jacobian));
        return covariance.diagonal(0).sqrt().times(deviation(fit)).value();
    }

    /** Prints the parameters with their standard errors, and what an outlier does to them. */
    public static void main(String[] arguments) {
        LeastSquares method = LeastSquares.by(Method.LM).withTolerances(1e-14, 1e-14, 1e-14);
        Fit fit = method.fit(curve(VOLUMES), GUESS);
        NdArray errors = standardErrors(fit);
        System.out.println(fit.message());
        System.out.printf("b1 = %.6f +- %.6f%n", fit.x().get(0), errors.get(0));
        System.out.printf("b2 = %.10f +- %.10f%n", fit.x().get(1), errors.get(1));
        requireNear("the parameters", fit.x(), CERTIFIED, 1e-8);
        requireNear("the standard errors", errors, CERTIFIED_ERRORS, 1e-5);

        double[] wrong = Arrays.copyOf(VOLUMES, VOLUMES.length);
        wrong[6] = 4.002;
        Fit spoilt = method.fit(curve(wrong), GUESS);
        Fit robust = LeastSquares.by(Method.TRF)
                .scaledByJacobian()
                .withLoss(Loss.SOFT_L1, deviation(fit))
                .fit(curve(wrong), GUESS);
        System.out.printf(
                "with a decimal point misplaced: b1 = %.1f%n", spoilt.x().get(0));
        System.out.printf(
                "and a robust loss:              b1 = %.1f%n", robust.x().get(0));
        requireNear(
                "the robust parameters",
                robust.x(),
                CERTIFIED,
                errors.get(0) / fit.x().get(0));
    }

    private static void requireNear(String what, NdArray found, NdArray expected, double tolerance) {
        double error =
                Tensor.of(found).dividedBy(Tensor.of(expected)).minus(1).value().maxAbs();
        if (!(error <= tolerance)) {
            throw new IllegalStateException(what + " are off by " + error + " of their size");
        }
    }
}
