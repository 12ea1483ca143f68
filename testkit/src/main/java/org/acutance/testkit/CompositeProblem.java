package org.acutance.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;
import org.acutance.math.optimize.Term;

/**
 * A least-squares problem {@code ||A x - y||^2 / 2 + g(x) + sum_i h_i(K_i x)}.
 *
 * @param name for messages
 * @param map A
 * @param target y
 * @param direct g
 * @param terms the functions h_i with their maps
 */
public record CompositeProblem(String name, LinearMap map, NdArray target, Proximal direct, List<Term> terms) {
    /** All problems, in a precision; the minima are in {@code composite_minima.tsv}. */
    public static List<CompositeProblem> all(Precision precision) {
        NdArray matrix = matrix().to(precision);
        NdArray target = target(12).to(precision);
        NdArray signal = signal().to(precision);
        LinearMap dense = new MatrixMap(matrix);
        LinearMap same = new IdentityMap(signal.shape());
        Term variation = new Term(Grid.of(signal.shape(), false).gradient(), new GroupNorm(0.4));
        Term cyclic = new Term(new PeriodicGradient(signal.shape()), new GroupNorm(0.4));
        return List.of(
                new CompositeProblem("soft-threshold", same, signal, new L1Norm(0.5), List.of()),
                new CompositeProblem("box", dense, target, Bounds.between(-0.1, 0.2), List.of()),
                new CompositeProblem("non-negative", dense, target, Bounds.atLeast(0), List.of()),
                new CompositeProblem("lasso", dense, target, new L1Norm(0.5), List.of()),
                new CompositeProblem("variation", same, signal, Proximal.zero(), List.of(variation)),
                new CompositeProblem("cyclic-variation", same, signal, Proximal.zero(), List.of(cyclic)),
                new CompositeProblem("cyclic-variation-box", same, signal, Bounds.between(0.1, 0.9), List.of(cyclic)));
    }

    /** Row i, column j is {@code cos(1 + i + 2 j + 0.3 i j)}. */
    private static double cosine(int row, int column) {
        return Math.cos(1 + row + 2 * column + 0.3 * row * column);
    }

    private static NdArray matrix() {
        double[] values = new double[12 * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = cosine(i / 6, i % 6);
        }
        return NdArray.of(values, 12, 6);
    }

    private static NdArray target(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Math.sin(0.7 * i * i + 1);
        }
        return NdArray.vector(values);
    }

    /** Steps of height 1, and something like noise. */
    private static NdArray signal() {
        double[] values = new double[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i / 8) % 2 + 0.3 * Math.sin(3.7 * i * i);
        }
        return NdArray.of(values, Shape.of(32));
    }

    /** The least-squares part, with its derivatives. */
    public Objective smooth() {
        return Objective.of(
                x -> dataTerm().value(x),
                x -> map.adjoint(map.apply(x).minus(target)),
                (x, p) -> map.adjoint(map.apply(p)));
    }

    /** The least-squares part. */
    public Term dataTerm() {
        return new Term(map, SquaredDistance.to(target));
    }

    /** All parts. */
    public List<Term> allTerms() {
        Stream<Term> first = Stream.of(dataTerm(), new Term(new IdentityMap(map.domain()), direct));
        return Stream.concat(first, terms.stream()).toList();
    }

    /** The sum of all parts. */
    public double value(NdArray x) {
        return allTerms().stream().mapToDouble(term -> term.value(x)).sum();
    }

    /** The usual start: 0.3 everywhere, out of some of the bounds. */
    public NdArray x0() {
        return NdArray.full(map.domain(), target.precision(), 0.3);
    }

    @Override
    public String toString() {
        return name + " " + target.precision();
    }
}
