package org.acutance.testkit.mgh;

import static org.acutance.testkit.mgh.Elements.at;
import static org.acutance.testkit.mgh.Elements.join;
import static org.acutance.testkit.mgh.Elements.size;
import static org.acutance.testkit.mgh.Elements.vector;

import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/** Residuals of the problems that may have any number of unknowns, by their numbers in the paper. */
final class AnySize {
    /** Number of residuals of the linear functions. */
    private static final int LINEAR = 20;

    private static final double SMALL = Math.sqrt(1e-5);

    private AnySize() {}

    /** (20) Watson. */
    static Tensor watson(Tensor x) {
        int n = size(x);
        double[] powers = new double[29 * n];
        double[] slopes = new double[29 * n];
        for (int i = 0; i < 29; i++) {
            double t = (i + 1) / 29.0;
            for (int j = 0; j < n; j++) {
                powers[i * n + j] = Math.pow(t, j);
                slopes[i * n + j] = j == 0 ? 0 : j * Math.pow(t, j - 1);
            }
        }
        Tensor slope = Tensor.of(NdArray.of(slopes, 29, n)).matmul(x);
        Tensor value = Tensor.of(NdArray.of(powers, 29, n)).matmul(x);
        Tensor last = at(x, 1).minus(at(x, 0).square()).minus(1);
        return join(slope.minus(value.square()).minus(1), at(x, 0), last);
    }

    /** (21) Rosenbrock, extended. */
    static Tensor rosenbrock(Tensor x) {
        Tensor odd = x.slice(0, 0, size(x), 2);
        Tensor even = x.slice(0, 1, size(x), 2);
        return join(even.minus(odd.square()).times(10), odd.minus(1).negate());
    }

    /** (13), (22) Powell, singular, for a multiple of four unknowns. */
    static Tensor powellSingular(Tensor x) {
        Tensor a = x.slice(0, 0, size(x), 4);
        Tensor b = x.slice(0, 1, size(x), 4);
        Tensor c = x.slice(0, 2, size(x), 4);
        Tensor d = x.slice(0, 3, size(x), 4);
        return join(
                a.plus(b.times(10)),
                c.minus(d).times(Math.sqrt(5)),
                b.minus(c.times(2)).square(),
                a.minus(d).square().times(Math.sqrt(10)));
    }

    /** (23) Penalty function I. */
    static Tensor penalty1(Tensor x) {
        return join(x.minus(1).times(SMALL), x.squaredNorm().minus(0.25).reshape(1));
    }

    /** (24) Penalty function II. */
    static Tensor penalty2(Tensor x) {
        int n = size(x);
        Tensor head = x.slice(0, 0, n - 1).dividedBy(10).exp();
        Tensor tail = x.slice(0, 1, n).dividedBy(10).exp();
        Tensor y = vector(n - 1, i -> Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0));
        Tensor last = vector(n, i -> n - i + 1).dot(x.square()).minus(1).reshape(1);
        return join(
                at(x, 0).minus(0.2),
                head.plus(tail).minus(y).times(SMALL),
                tail.minus(Math.exp(-0.1)).times(SMALL),
                last);
    }

    /** (25) Variably dimensioned. */
    static Tensor variablyDimensioned(Tensor x) {
        Tensor sum = vector(size(x), i -> i).dot(x.minus(1)).reshape(1);
        return join(x.minus(1), sum, sum.square());
    }

    /** (26) Trigonometric. */
    static Tensor trigonometric(Tensor x) {
        int n = size(x);
        Tensor cosine = x.cos();
        Tensor own = vector(n, i -> i).times(cosine.minus(1).negate()).minus(x.sin());
        return own.plus(n).minus(cosine.sum());
    }

    /** (27) Brown, almost linear. */
    static Tensor brownAlmostLinear(Tensor x) {
        int n = size(x);
        Tensor product = at(x, 0);
        for (int i = 1; i < n; i++) {
            product = product.times(at(x, i));
        }
        return join(x.slice(0, 0, n - 1).plus(x.sum()).minus(n + 1), product.minus(1));
    }

    private static Tensor grid(int n) {
        return vector(n, i -> i / (n + 1.0));
    }

    private static Tensor padded(Tensor x) {
        return x.pad(new int[] {1}, new int[] {1}, Boundary.ZERO);
    }

    private static Tensor cubed(Tensor x) {
        Tensor base = x.plus(grid(size(x))).plus(1);
        return base.square().times(base);
    }

    /** (28) The discrete boundary value problem. */
    static Tensor boundaryValue(Tensor x) {
        int n = size(x);
        double h = 1.0 / (n + 1);
        Tensor neighbours = padded(x).slice(0, 0, n).plus(padded(x).slice(0, 2, n + 2));
        return x.times(2).minus(neighbours).plus(cubed(x).times(h * h / 2));
    }

    /** (29) The discrete integral equation. */
    static Tensor integralEquation(Tensor x) {
        int n = size(x);
        double h = 1.0 / (n + 1);
        double[] green = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                green[i * n + j] = h * (Math.min(i, j) + 1) * (1 - h * (Math.max(i, j) + 1));
            }
        }
        return x.plus(Tensor.of(NdArray.of(green, n, n)).matmul(cubed(x)).times(h / 2));
    }

    /** (30) Broyden, tridiagonal. */
    static Tensor tridiagonal(Tensor x) {
        int n = size(x);
        Tensor before = padded(x).slice(0, 0, n);
        Tensor after = padded(x).slice(0, 2, n + 2);
        return x.times(-2).plus(3).times(x).minus(before).minus(after.times(2)).plus(1);
    }

    /** (31) Broyden, banded. */
    static Tensor banded(Tensor x) {
        int n = size(x);
        double[] band = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
                band[i * n + j] = i == j ? 0 : 1;
            }
        }
        Tensor sum = Tensor.of(NdArray.of(band, n, n)).matmul(x.plus(1).times(x));
        return x.square().times(5).plus(2).times(x).plus(1).minus(sum);
    }

    /** (32) Linear, full rank. */
    static Tensor linearFullRank(Tensor x) {
        Tensor mean = x.sum().times(-2.0 / LINEAR).minus(1);
        int more = LINEAR - size(x);
        return join(x.plus(mean), vector(more, i -> 0).plus(mean));
    }

    /** (33) Linear, rank 1. */
    static Tensor linearRank1(Tensor x) {
        return vector(LINEAR, i -> i).times(vector(size(x), j -> j).dot(x)).minus(1);
    }

    /** (34) Linear, rank 1, with columns and rows of zeros. */
    static Tensor linearRank1Zero(Tensor x) {
        int n = size(x);
        Tensor sum = vector(n, j -> j == 1 || j == n ? 0 : j).dot(x);
        return vector(LINEAR, i -> i == LINEAR ? 0 : i - 1).times(sum).minus(1);
    }

    /** (35) Chebyquad. */
    static Tensor chebyquad(Tensor x) {
        int n = size(x);
        Tensor shifted = x.times(2).minus(1);
        Tensor[] means = new Tensor[n];
        Tensor before = Tensor.onesLike(x);
        Tensor polynomial = shifted;
        for (int i = 1; i <= n; i++) {
            means[i - 1] = polynomial.mean().reshape(1);
            Tensor next = shifted.times(polynomial).times(2).minus(before);
            before = polynomial;
            polynomial = next;
        }
        double[] integrals = IntStream.rangeClosed(1, n)
                .mapToDouble(i -> i % 2 == 0 ? 1.0 / (i * i - 1) : 0)
                .toArray();
        return join(means).plus(vector(integrals));
    }
}
