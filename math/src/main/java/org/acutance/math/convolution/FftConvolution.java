package org.acutance.math.convolution;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;

/**
 * Product of spectra. The elements of a periodic convolution that a kernel of extent m reaches without wrapping around
 * are those from m - 1 on, which are just the valid ones, so the period need not exceed the input.
 */
final class FftConvolution implements ValidConvolution {
    private final Filter filter;
    private final Shape input;
    private final Shape from;
    private final Shape output;

    FftConvolution(Problem problem, Shape period) {
        Precision precision = problem.kernel().precision();
        Fft fft = Fft.plan(period, precision);
        this.filter = fft.filter(fft.forward(problem.kernel()));
        this.from = Shape.of(IntStream.of(problem.kernel().shape().extents())
                .map(extent -> extent - 1)
                .toArray());
        this.input = problem.input();
        this.output = problem.output();
    }

    @Override
    public int rowLength() {
        return output.rowLength();
    }

    @Override
    public NdArray apply(NdArray x) {
        return filter.apply(x.reshape(input), from, output);
    }
}
