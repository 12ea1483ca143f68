package org.acutance.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.Convolver;
import org.acutance.math.convolution.CostModel;
import org.acutance.math.convolution.Method;
import org.acutance.math.convolution.Work;

/** A convolution to measure; its kernel is an outer product, so that all methods can compute it. */
record ConvolutionCase(Shape input, Shape kernel, Precision precision) {
    /** Predicted time in nanoseconds above which a method is left out. */
    private static final double TOO_LONG = 4e8;

    /** What a method has to do and the median time that it took, in nanoseconds. */
    record Run(Work work, double time) {}

    /** The methods that were measured. */
    record Runs(ConvolutionCase problem, Map<Method, Run> runs) {
        double time(Method method) {
            return Optional.ofNullable(runs.get(method)).map(Run::time).orElse(Double.NaN);
        }

        /** The method that the cost model picks, among all or, for a kernel that is no outer product, the general ones. */
        Method picked(boolean separable) {
            return candidates(separable)
                    .min(Comparator.comparingDouble(
                            entry -> CostModel.standard().nanoseconds(entry.getValue().work, problem.precision)))
                    .orElseThrow()
                    .getKey();
        }

        /** Time of the picked method over that of the fastest. */
        double ratio(boolean separable) {
            double best = candidates(separable)
                    .mapToDouble(entry -> entry.getValue().time)
                    .min()
                    .orElseThrow();
            return time(picked(separable)) / best;
        }

        private Stream<Entry<Method, Run>> candidates(boolean separable) {
            return runs.entrySet().stream().filter(entry -> separable || entry.getKey() != Method.SEPARABLE);
        }
    }

    static NdArray random(Shape shape, Precision precision) {
        double[] values = new Random(8).doubles(shape.size(), 0.1, 1).toArray();
        return NdArray.of(values, shape).to(precision);
    }

    static Shape cube(int rank, int extent) {
        int[] extents = new int[rank];
        Arrays.fill(extents, extent);
        return Shape.of(extents);
    }

    Runs measure(int milliseconds) {
        NdArray x = random(input, precision);
        NdArray taps = taps();
        Map<Method, Run> runs = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            Convolver convolver = Convolver.valid(taps, input, method);
            if (CostModel.standard().nanoseconds(convolver.work(), precision) < TOO_LONG) {
                double time = Timing.median(milliseconds, () -> convolver.apply(x));
                runs.put(method, new Run(convolver.work(), time));
            }
        }
        return new Runs(this, runs);
    }

    private NdArray taps() {
        NdArray product = NdArray.scalar(1);
        for (int axis = 0; axis < kernel.rank(); axis++) {
            NdArray factor = random(Shape.of(1, kernel.extent(axis)), Precision.FLOAT64);
            product = product.reshape(product.size(), 1).times(factor);
        }
        return product.reshape(kernel).to(precision);
    }
}
