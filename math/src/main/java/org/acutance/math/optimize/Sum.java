package org.acutance.math.optimize;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/**
 * A weighted sum of objectives. The rows of all further gradients and Hessian products are added to those of the first as
 * soon as these are there.
 *
 * @param terms at least one
 */
public record Sum(List<Weighted> terms) implements Objective {
    /**
     * A summand.
     *
     * @param objective the objective
     * @param weight what it is multiplied by
     */
    public record Weighted(Objective objective, double weight) {}

    /** A sum; the terms are copied. */
    public Sum {
        terms = List.copyOf(terms);
    }

    /** The sum of two objectives. */
    public static Sum of(Objective first, Objective second) {
        return new Sum(List.of(new Weighted(first, 1), new Weighted(second, 1)));
    }

    @Override
    public Evaluation at(NdArray x) {
        return new Point(x, terms.stream().map(term -> term.objective.at(x)).toList(), terms);
    }

    @Override
    public boolean hasSecondDerivatives() {
        return terms.stream().allMatch(term -> term.objective.hasSecondDerivatives());
    }

    /** The evaluations of the terms at one point. */
    private record Point(NdArray x, List<Evaluation> parts, List<Weighted> terms) implements Evaluation {
        private double weight(int i) {
            return terms.get(i).weight;
        }

        @Override
        public double value() {
            double sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                sum += weight(i) * parts.get(i).value();
            }
            return sum;
        }

        @Override
        public NdArray gradient() {
            return gradient(RowOperation.NONE);
        }

        @Override
        public NdArray gradient(RowOperation change) {
            RowOperation rest = first();
            for (int i = 1; i < parts.size(); i++) {
                rest = rest.then(parts.get(i).addingGradient(weight(i)));
            }
            return parts.get(0).gradient(rest.then(change));
        }

        @Override
        public RowOperation addingGradient(double factor) {
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> parts.get(i).addingGradient(factor * weight(i)))
                    .reduce(RowOperation.NONE, RowOperation::then);
        }

        @Override
        public RowOperation addingProduct(double factor, NdArray direction) {
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> parts.get(i).addingProduct(factor * weight(i), direction))
                    .reduce(RowOperation.NONE, RowOperation::then);
        }

        private RowOperation first() {
            return weight(0) == 1 ? RowOperation.NONE : RowOperation.times(weight(0));
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return hessianProduct(direction, RowOperation.NONE);
        }

        @Override
        public NdArray hessianProduct(NdArray direction, RowOperation change) {
            RowOperation rest = first();
            for (int i = 1; i < parts.size(); i++) {
                rest = rest.then(parts.get(i).addingProduct(weight(i), direction));
            }
            return parts.get(0).hessianProduct(direction, rest.then(change));
        }
    }
}
