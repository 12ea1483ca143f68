package org.acutance.math.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The undecimated wavelet transform (algorithme à trous; Mallat 2009, section 5.2.2), the filters of every axis
 * multiplied with each other: details from fine to coarse and the approximation last, stacked along a new first axis. It
 * commutes with shifts. At a periodic border the frame is tight, {@code adjoint(apply(x)) = x}; at another one every
 * approximation goes on by reflection.
 *
 * @param shape shape of the arrays
 * @param channelAxes number of leading axes that are not transformed
 * @param wavelet the filters
 * @param levels number of levels; the taps lie 1, 2, 4, ... apart
 * @param periodic whether the border is periodic
 */
record WaveletFrame(Shape shape, int channelAxes, Wavelet wavelet, int levels, boolean periodic) implements LinearMap {
    @Override
    public String name() {
        return "wavelet frame";
    }

    @Override
    public Shape domain() {
        return shape;
    }

    private int filters() {
        return wavelet.filters().size();
    }

    /** Number of arrays that one level makes of an approximation, the next approximation included. */
    private int parts() {
        return IntStream.range(channelAxes, shape.rank()).reduce(1, (product, axis) -> product * filters());
    }

    @Override
    public Shape range() {
        int[] extents = shape.expandedTo(shape.rank() + 1).extents();
        extents[0] = levels * (parts() - 1) + 1;
        return Shape.of(extents);
    }

    private List<AxisFilter> along(int axis, int level) {
        Boundary boundary = periodic ? Boundary.PERIODIC : Boundary.REFLECT;
        return wavelet.filters().stream()
                .map(filter -> new AxisFilter(shape, axis, filter, 1 << level, boundary))
                .toList();
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), shape);
        NdArray.Builder result = NdArray.builder(range(), x.precision());
        double[] approximation = x.toDoubles();
        int band = 0;
        for (int level = 0; level < levels; level++) {
            List<double[]> parts = split(approximation, level);
            for (double[] detail : parts.subList(1, parts.size())) {
                result.write(band++ * shape.size(), detail, 0, shape.size());
            }
            approximation = parts.get(0);
        }
        return result.write(band * shape.size(), approximation, 0, shape.size()).build();
    }

    private List<double[]> split(double[] approximation, int level) {
        List<double[]> parts = List.of(approximation);
        for (int axis = channelAxes; axis < shape.rank(); axis++) {
            List<AxisFilter> filters = along(axis, level);
            parts = parts.stream()
                    .flatMap(part -> filters.stream().map(filter -> filter.apply(part)))
                    .toList();
        }
        return parts;
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        int band = levels * (parts() - 1);
        double[] approximation = band(y, band);
        for (int level = levels - 1; level >= 0; level--) {
            List<double[]> parts = new ArrayList<>();
            parts.add(approximation);
            band -= parts() - 1;
            for (int i = 0; i < parts() - 1; i++) {
                parts.add(band(y, band + i));
            }
            approximation = merge(parts, level);
        }
        return NdArray.of(approximation, shape, y.precision());
    }

    private double[] band(NdArray y, int band) {
        double[] values = new double[shape.size()];
        y.read(band * shape.size(), values, 0, values.length);
        return values;
    }

    private double[] merge(List<double[]> split, int level) {
        List<double[]> parts = split;
        for (int axis = shape.rank() - 1; axis >= channelAxes; axis--) {
            List<AxisFilter> filters = along(axis, level);
            List<double[]> merged = new ArrayList<>();
            for (int first = 0; first < parts.size(); first += filters.size()) {
                double[] sum = new double[shape.size()];
                for (int i = 0; i < filters.size(); i++) {
                    filters.get(i).addAdjoint(parts.get(first + i), sum);
                }
                merged.add(sum);
            }
            parts = merged;
        }
        return parts.get(0);
    }
}
