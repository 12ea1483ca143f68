package org.acutance.math.leastsquares;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** What is fitted and how: evaluates, counts, and knows when to stop. It lives as long as one fit. */
final class Problem {
    private static final double EPSILON = Math.ulp(1d);
    private static final double INWARD = 1e-10;

    private final LeastSquares how;
    private final Residuals residuals;
    private final Shape shape;
    private int nfev;
    private int njev;

    Problem(LeastSquares how, Residuals residuals, Shape shape) {
        this.how = how;
        this.residuals = residuals;
        this.shape = shape;
    }

    LeastSquares how() {
        return how;
    }

    void requireRoom(int unknowns) {
        for (int i = 0; i < unknowns; i++) {
            if (how.bounds().lower(i) == how.bounds().upper(i)) {
                throw new IllegalArgumentException(how.name() + ": lower and upper bound are both "
                        + how.bounds().lower(i) + " at element " + i + "; leave fixed elements out of x");
            }
        }
    }

    double lower(int element) {
        return how.bounds().lower(element);
    }

    double upper(int element) {
        return how.bounds().upper(element);
    }

    boolean isExhausted(int unknowns) {
        return nfev >= how.maxNfev().orElse(100L * unknowns);
    }

    private NdArray point(double... x) {
        return NdArray.of(x, shape);
    }

    double[] residuals(double... x) {
        nfev++;
        double[] values = residuals.at(point(x)).toDoubles();
        if (how.method() == Method.LM && values.length < x.length) {
            throw new IllegalArgumentException("lm: " + values.length + " residuals of " + x.length
                    + " unknowns, but it needs at least as many; use trf or dogbox");
        }
        return values;
    }

    private double[] loss(double residual) {
        double ratio = residual / how.fScale();
        return how.loss().of(ratio * ratio);
    }

    /** Half the sum of the losses; NaN or infinite where a residual is. */
    double cost(double... raw) {
        double sum = 0;
        for (double residual : raw) {
            sum += Double.isFinite(residual) ? loss(residual)[0] : Double.NaN;
        }
        return 0.5 * how.fScale() * how.fScale() * sum;
    }

    Linearised linearised(double[] x, double... raw) {
        njev++;
        double[][] jacobian = rows(residuals.jacobian(point(x)), raw.length, x.length);
        double[] f = raw.clone();
        double[][] weighed = new double[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            double[] rho = loss(raw[i]);
            double ratio = raw[i] / how.fScale();
            double weight = Math.sqrt(Math.max(rho[1] + 2 * rho[2] * ratio * ratio, EPSILON));
            f[i] *= rho[1] / weight;
            weighed[i] = Dense.scaled(weight, jacobian[i]);
        }
        double[] gradient = Dense.transposedProduct(weighed, x.length, f);
        return new Linearised(x, raw, jacobian, cost(raw), f, weighed, gradient);
    }

    private double[][] rows(NdArray jacobian, int rows, int columns) {
        if (jacobian.size() != rows * columns) {
            throw new IllegalArgumentException("least squares: Jacobian is " + jacobian.shape() + " but there are "
                    + rows + " residuals of " + columns + " unknowns; give one row per residual");
        }
        double[] elements = jacobian.toDoubles();
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(elements, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    /** The start, moved inward where it lies on a bound. */
    Linearised moved(Linearised first) {
        double[] inside = strictlyWithin(first.x(), INWARD);
        return Arrays.equals(inside, first.x()) ? first : linearised(inside, residuals(inside));
    }

    /**
     * The point with what is on a bound moved inward.
     *
     * @param by how far relative to the bound; 0 for the next number
     */
    double[] strictlyWithin(double[] x, double by) {
        double[] inside = x.clone();
        for (int i = 0; i < x.length; i++) {
            double low = lower(i);
            double high = upper(i);
            if (x[i] <= low + by * Math.max(1, Math.abs(low))) {
                inside[i] = by == 0 ? Math.nextUp(low) : low + by * Math.max(1, Math.abs(low));
            } else if (x[i] >= high - by * Math.max(1, Math.abs(high))) {
                inside[i] = by == 0 ? Math.nextDown(high) : high - by * Math.max(1, Math.abs(high));
            }
            if (!(inside[i] > low && inside[i] < high)) {
                inside[i] = low + (high - low) / 2;
            }
        }
        return inside;
    }

    /** The sizes of the elements, where they come from the Jacobian never smaller than before. */
    double[] scale(Linearised at, Optional<double[]> before) {
        if (how.xScale().isPresent()) {
            NdArray given = how.xScale().get();
            double[] scale = new double[at.x().length];
            Arrays.setAll(scale, i -> given.get(given.rank() == 0 ? 0 : i));
            return scale;
        }
        double[] norms = Dense.columnNorms(at.jacobian(), at.x().length);
        double[] scale = new double[norms.length];
        Arrays.setAll(
                scale, i -> before.map(old -> Math.min(old[i], 1 / norms[i])).orElse(norms[i] == 0 ? 1 : 1 / norms[i]));
        return scale;
    }

    /** The tests of the decrease and of the step. */
    Optional<Status> ending(double decrease, double cost, double step, double size, double ratio) {
        boolean cheap = decrease < how.ftol() * cost && ratio > 0.25;
        boolean near = step < how.xtol() * (how.xtol() + size);
        if (cheap && near) {
            return Optional.of(Status.DECREASE_AND_STEP_SMALL);
        }
        return cheap ? Optional.of(Status.DECREASE_SMALL) : near ? Optional.of(Status.STEP_SMALL) : Optional.empty();
    }

    Fit fit(Linearised at, double[] optimality, Status status) {
        double[] jacobian =
                Arrays.stream(at.rawJacobian()).flatMapToDouble(Arrays::stream).toArray();
        return new Fit(
                point(at.x()),
                at.cost(),
                NdArray.vector(at.raw()),
                NdArray.of(jacobian, at.raw().length, at.x().length),
                point(at.gradient()),
                Dense.maxAbs(optimality),
                nfev,
                njev,
                status);
    }
}
