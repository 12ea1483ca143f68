package org.acutance.math.autodiff.algebra;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Custom;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Eigenvalues and eigenvectors of matrices that need not be symmetric, complex numbers as pairs: rows of real and imaginary
 * parts of the values, above real and imaginary parts of the vectors.
 */
final class GeneralEigen {
    static final Custom EIG =
            Custom.ofPushforwards("eig", x -> values(x.get(0)), (t, x, y) -> packed(push(t, unpacked(y))));

    private GeneralEigen() {}

    private static NdArray values(NdArray matrix) {
        Dense.requireFinite("eig", matrix);
        // Hipparchus takes small imaginary parts for 0, however small the matrix is, and finds no values of zeros
        double size = matrix.maxAbs();
        double unit = size > 0 ? Math.scalb(1.0, Math.getExponent(size)) : 0;
        RealMatrix scaled = unit > 0
                ? Dense.matrix(matrix).scalarMultiply(1 / unit)
                : MatrixUtils.createRealIdentityMatrix(matrix.shape().extent(0));
        EigenDecompositionNonSymmetric found = new EigenDecompositionNonSymmetric(scaled);
        int n = matrix.shape().extent(0);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> found.getEigenvalue(i).getReal())
                        .thenComparingDouble(i -> found.getEigenvalue(i).getImaginary()))
                .mapToInt(i -> i)
                .toArray();
        double[] packed = new double[(2 * n + 2) * n];
        for (int column = 0; column < n; column++) {
            var value = found.getEigenvalue(order[column]);
            packed[column] = unit * value.getReal();
            packed[n + column] = unit * value.getImaginary();
            var vector = turned(found.getEigenvector(order[column]));
            for (int row = 0; row < n; row++) {
                packed[(2 + row) * n + column] = vector.getEntry(row).getReal();
                packed[(2 + n + row) * n + column] = vector.getEntry(row).getImaginary();
            }
        }
        return NdArray.of(packed, Shape.of(2 * n + 2, n), matrix.precision());
    }

    /** Of length 1, the largest component positive. */
    private static FieldVector<org.hipparchus.complex.Complex> turned(
            FieldVector<org.hipparchus.complex.Complex> vector) {
        double squares = 0;
        org.hipparchus.complex.Complex largest = org.hipparchus.complex.Complex.ZERO;
        for (int i = 0; i < vector.getDimension(); i++) {
            double size = vector.getEntry(i).norm();
            squares += size * size;
            largest = size > largest.norm() * (1 + 1e-9) ? vector.getEntry(i) : largest;
        }
        return vector.mapDivide(largest.divide(largest.norm()).multiply(Math.sqrt(squares)));
    }

    static Decompositions.ComplexEigen unpacked(Tensor packed) {
        int n = packed.shape().extent(1);
        return new Decompositions.ComplexEigen(
                new Complex(
                        packed.slice(0, 0, 1).squeeze(0), packed.slice(0, 1, 2).squeeze(0)),
                new Complex(packed.slice(0, 2, n + 2), packed.slice(0, n + 2, 2 * n + 2)));
    }

    private static Tensor packed(Decompositions.ComplexEigen eigen) {
        return Tensor.concatenate(
                0,
                eigen.values().real().expandDims(0),
                eigen.values().imaginary().expandDims(0),
                eigen.vectors().real(),
                eigen.vectors().imaginary());
    }

    /** {@code V^-1 dA V} has the changes of the values on its diagonal and turns the vectors beside it (Giles 2008, 3.1). */
    private static Decompositions.ComplexEigen push(Tensor t, Decompositions.ComplexEigen y) {
        Complex inner = solve(y.vectors(), y.vectors().each(t::matmul));
        Complex gaps = y.values().minus(y.values().each(v -> v.expandDims(1)));
        Tensor size = gaps.real().hypot(gaps.imaginary());
        Tensor inverse = Decompositions.beyondRounding(size, y.values().abs()).finiteReciprocal();
        Complex turn =
                inner.times(gaps.conjugate()).each(part -> part.gated(inverse).gated(inverse));
        Complex moved = product(y.vectors(), turn);
        return new Decompositions.ComplexEigen(inner.each(part -> part.diagonal(0)), normalised(moved, y.vectors()));
    }

    /** A change of vectors less that of their length and that of the angle of their largest component. */
    private static Complex normalised(Complex moved, Complex vectors) {
        Tensor length = moved.real()
                .times(vectors.real())
                .plus(moved.imaginary().times(vectors.imaginary()))
                .sum(0);
        NdArray largest = largest(vectors);
        Tensor angle = moved.imaginary()
                .times(Tensor.of(largest))
                .sum(0)
                .dividedBy(vectors.real().times(Tensor.of(largest)).sum(0));
        return moved.minus(vectors.times(new Complex(length, angle)));
    }

    /** 1 where a column has its largest component, 0 elsewhere. */
    private static NdArray largest(Complex vectors) {
        NdArray squares = vectors.squaredAbs().value();
        int n = squares.shape().extent(0);
        double[] chosen = new double[n * n];
        for (int column = 0; column < n; column++) {
            int at = column;
            for (int row = 1; row < n; row++) {
                int here = row * n + column;
                at = squares.get(here) > squares.get(at) * (1 + 1e-9) ? here : at;
            }
            chosen[at] = 1;
        }
        return NdArray.of(chosen, squares.shape(), squares.precision());
    }

    private static Complex product(Complex a, Complex b) {
        return new Complex(
                a.real().matmul(b.real()).minus(a.imaginary().matmul(b.imaginary())),
                a.real().matmul(b.imaginary()).plus(a.imaginary().matmul(b.real())));
    }

    /** As a real system of twice the size. */
    private static Complex solve(Complex a, Complex b) {
        int n = a.shape().extent(0);
        Tensor above = Tensor.concatenate(1, a.real(), a.imaginary().negate());
        Tensor below = Tensor.concatenate(1, a.imaginary(), a.real());
        Tensor solved = LinearAlgebra.solve(
                Tensor.concatenate(0, above, below), Tensor.concatenate(0, b.real(), b.imaginary()));
        return new Complex(solved.slice(0, 0, n), solved.slice(0, n, 2 * n));
    }
}
