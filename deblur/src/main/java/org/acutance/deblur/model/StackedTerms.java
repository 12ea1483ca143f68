package org.acutance.deblur.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Proximal;

/**
 * The data terms of several channels as one, on predictions whose first axis is that of the channels.
 *
 * @param terms one per channel, all of one shape
 */
record StackedTerms(List<DataTerm> terms) implements DataTerm {
    StackedTerms {
        terms = List.copyOf(terms);
    }

    @Override
    public Tensor distance(Tensor predicted) {
        Shape shape = channel(predicted.shape());
        return IntStream.range(0, terms.size())
                .mapToObj(
                        i -> terms.get(i).distance(predicted.slice(0, i, i + 1).reshape(shape)))
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    private static Shape channel(Shape stacked) {
        return Shape.of(IntStream.of(stacked.extents()).skip(1).toArray());
    }

    private static NdArray channel(NdArray stacked, int number) {
        return stacked.slice(0, number, number + 1).reshape(channel(stacked.shape()));
    }

    @Override
    public Optional<Proximal> proximal() {
        List<Proximal> all =
                terms.stream().flatMap(term -> term.proximal().stream()).toList();
        return all.size() == terms.size() ? Optional.of(new Separate(all)) : Optional.empty();
    }

    @Override
    public Optional<NdArray> variance() {
        List<NdArray> all =
                terms.stream().flatMap(term -> term.variance().stream()).toList();
        return all.size() == terms.size() ? Optional.of(Observation.stacked(all)) : Optional.empty();
    }

    @Override
    public boolean isRobust() {
        return terms.stream().anyMatch(DataTerm::isRobust);
    }

    @Override
    public boolean isLikelihood() {
        return terms.stream().allMatch(DataTerm::isLikelihood);
    }

    @Override
    public String description() {
        return terms.stream().map(DataTerm::description).distinct().collect(Collectors.joining("; "));
    }

    /** The proximal maps of the channels side by side. */
    private record Separate(List<Proximal> functions) implements Proximal {
        @Override
        public double value(NdArray x) {
            return IntStream.range(0, functions.size())
                    .mapToDouble(i -> functions.get(i).value(channel(x, i)))
                    .sum();
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            List<NdArray> moved = new ArrayList<>();
            for (int i = 0; i < functions.size(); i++) {
                moved.add(functions.get(i).prox(channel(x, i), step));
            }
            return Observation.stacked(moved);
        }
    }
}
