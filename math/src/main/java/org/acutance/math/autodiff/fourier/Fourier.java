package org.acutance.math.autodiff.fourier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linear;
import org.acutance.math.autodiff.Tensor;

/**
 * Discrete Fourier transforms over any axes and of any lengths, odd ones too, with the conventions of {@code numpy.fft}:
 * no factor forward, 1/size backward. Pad or slice before for another length; multiply for another convention.
 */
public final class Fourier {
    /** The examples of every transform, for the contract of derivatives. */
    public static List<Example> examples() {
        return List.of(
                Example.of("rfft", x -> packed(rfft(x, -1)), 2, 5),
                Example.of("rfft", x -> packed(rfft(x, 0)), 4, 3),
                Example.of("rfft", x -> packed(rfft(x, 0)), 1),
                Example.of("rfftn", x -> packed(rfftn(x, 0, 1)), 3, 4),
                Example.of("rfftn", x -> packed(rfftn(x, 2, 0)), 3, 2, 5),
                Example.of("irfft", x -> irfft(unpacked(x), 4, -1), 2, 2, 3),
                Example.of("irfft", x -> irfft(unpacked(x), 5, 0), 2, 3, 2),
                Example.of("irfftn", x -> irfftn(unpacked(x), 3, 0, 1), 2, 4, 2),
                Example.of("fft", x -> packed(fft(unpacked(x), 0)), 2, 5),
                Example.of("fftn", x -> packed(fftn(unpacked(x), 0, 1)), 2, 3, 4),
                Example.of("ifft", x -> packed(ifft(unpacked(x), -1)), 2, 2, 4),
                Example.of("ifftn", x -> packed(ifftn(unpacked(x), 1, 0)), 2, 3, 2),
                Example.of("fftshift", x -> fftshift(x, 0, 1), 3, 4),
                Example.of("ifftshift", x -> ifftshift(x), 3, 4),
                Example.of("dct", x -> dct(x, 0), 5, 2),
                Example.of("dct", x -> dct(x, -1), 4),
                Example.of("idct", x -> idct(x, -1), 2, 5));
    }

    private Fourier() {}

    private static Tensor packed(Complex z) {
        return Tensor.stack(0, z.real(), z.imaginary());
    }

    private static Complex unpacked(Tensor parts) {
        return new Complex(parts.slice(0, 0, 1).squeeze(0), parts.slice(0, 1, 2).squeeze(0));
    }

    /** The transform of real numbers along an axis of extent n, which becomes n/2 + 1. */
    public static Complex rfft(Tensor x, int axis) {
        return halves("rfft", x, axis);
    }

    /**
     * The transform of real numbers over several axes, the last of which becomes n/2 + 1.
     *
     * @throws IllegalArgumentException if no axis is given, there is no such axis, one comes twice, or one is empty
     */
    public static Complex rfftn(Tensor x, int... axes) {
        return halves("rfftn", x, axes);
    }

    private static Complex halves(String operation, Tensor x, int... axes) {
        int[] order = lastly(operation, x.shape(), axes);
        Tensor moved = x.permute(order);
        HalfSpectra spectra = new HalfSpectra(moved.shape(), axes.length, x.precision());
        Tensor both = new Linear("rfft", spectra::forward, spectra::forwardAdjoint).apply(moved);
        return unpacked(both).each(part -> part.permute(inverse(order)));
    }

    /** The real numbers of a transform along an axis: the inverse of {@link #rfft}, of the given extent. */
    public static Tensor irfft(Complex z, int extent, int axis) {
        return reals("irfft", z, extent, axis);
    }

    /**
     * The real numbers of a transform over several axes: the inverse of {@link #rfftn}.
     *
     * @param lastExtent extent of the result along the last of the axes, even or odd
     * @throws IllegalArgumentException as for {@link #rfftn}, or if lastExtent is below 1, or the transform has not
     *     lastExtent/2 + 1 elements there
     */
    public static Tensor irfftn(Complex z, int lastExtent, int... axes) {
        return reals("irfftn", z, lastExtent, axes);
    }

    private static Tensor reals(String operation, Complex z, int lastExtent, int... axes) {
        int[] order = lastly(operation, z.shape(), axes);
        Complex moved = z.each(part -> part.permute(order));
        if (lastExtent < 1) {
            throw new IllegalArgumentException(operation + ": extent " + lastExtent + " is below 1; use 1 or more");
        }
        if (moved.shape().extent(-1) != lastExtent / 2 + 1) {
            throw new IllegalArgumentException(operation + ": extent " + lastExtent + " has " + (lastExtent / 2 + 1)
                    + " frequencies, but the transform " + z.shape() + " has "
                    + moved.shape().extent(-1) + " along axis " + axes[axes.length - 1]);
        }
        HalfSpectra spectra = new HalfSpectra(
                moved.shape().with(-1, lastExtent), axes.length, z.real().precision());
        return new Linear("irfft", spectra::inverse, spectra::inverseAdjoint)
                .apply(packed(moved))
                .permute(inverse(order));
    }

    /** The transform of complex numbers along an axis. */
    public static Complex fft(Complex z, int axis) {
        return wholes("fft", z, axis);
    }

    /** The transform of complex numbers over several axes; throws as {@link #rfftn}. */
    public static Complex fftn(Complex z, int... axes) {
        return wholes("fftn", z, axes);
    }

    private static Complex wholes(String operation, Complex z, int... axes) {
        Complex ofReal = whole(halves(operation, z.real(), axes), z.shape(), axes);
        Complex ofImaginary = whole(halves(operation, z.imaginary(), axes), z.shape(), axes);
        return new Complex(
                ofReal.real().minus(ofImaginary.imaginary()), ofReal.imaginary().plus(ofImaginary.real()));
    }

    /** The inverse of {@link #fft}. */
    public static Complex ifft(Complex z, int axis) {
        return inverse("ifft", z, axis);
    }

    /** The inverse of {@link #fftn}. */
    public static Complex ifftn(Complex z, int... axes) {
        return inverse("ifftn", z, axes);
    }

    private static Complex inverse(String operation, Complex z, int... axes) {
        Complex transform = wholes(operation, z.conjugate(), axes).conjugate();
        int size = IntStream.of(axes).map(z.shape()::extent).reduce(1, (a, b) -> a * b);
        return transform.times(1.0 / size);
    }

    /** Frequency 0 moved to the middle along the given axes, along all if none is given. */
    public static Tensor fftshift(Tensor x, int... axes) {
        Tensor shifted = x;
        for (int axis : axesOrAll(x, axes)) {
            shifted = shifted.roll(axis, x.shape().extent(axis) / 2);
        }
        return shifted;
    }

    /** The inverse of {@link #fftshift}. */
    public static Tensor ifftshift(Tensor x, int... axes) {
        Tensor shifted = x;
        for (int axis : axesOrAll(x, axes)) {
            shifted = shifted.roll(axis, -(x.shape().extent(axis) / 2));
        }
        return shifted;
    }

    /** The orthonormal cosine transform of type 2 along an axis, SciPy's {@code dct(x, norm="ortho")}. */
    public static Tensor dct(Tensor x, int axis) {
        return cosines("dct", x, axis);
    }

    private static Tensor cosines(String operation, Tensor x, int axis) {
        int extent = x.shape().extent(axis);
        Complex spectrum = halves(operation, Tensor.concatenate(axis, x, x.flip(axis)), axis)
                .each(part -> part.slice(axis, 0, extent));
        double[] cos = new double[extent];
        double[] sin = new double[extent];
        for (int k = 0; k < extent; k++) {
            double angle = Math.PI * k / (2 * extent);
            double factor = Math.sqrt((k == 0 ? 0.25 : 0.5) / extent);
            cos[k] = factor * Math.cos(angle);
            sin[k] = factor * Math.sin(angle);
        }
        return spectrum.real()
                .times(along(x, axis, cos))
                .plus(spectrum.imaginary().times(along(x, axis, sin)));
    }

    /** The inverse of {@link #dct}, which is its transpose: the orthonormal cosine transform of type 3. */
    public static Tensor idct(Tensor x, int axis) {
        return Gradients.vjp(t -> cosines("idct", t, axis), Tensor.zerosLike(x)).pullback(x);
    }

    private static Tensor along(Tensor x, int axis, double... values) {
        int[] extents = new int[x.shape().rank()];
        Arrays.fill(extents, 1);
        extents[x.shape().axis(axis)] = values.length;
        return Tensor.of(NdArray.of(values, Shape.of(extents), x.precision()));
    }

    private static int[] axesOrAll(Tensor x, int... axes) {
        return axes.length > 0 ? axes : IntStream.range(0, x.shape().rank()).toArray();
    }

    /** The other axes in their order, and the given ones after them. */
    private static int[] lastly(String operation, Shape shape, int... axes) {
        if (axes.length == 0) {
            throw new IllegalArgumentException(operation + ": no axes came for " + shape + "; name at least one");
        }
        int[] chosen = shape.axes(operation, axes);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, shape.rank()).boxed().toList());
        for (int axis : chosen) {
            if (shape.extent(axis) == 0) {
                throw new IllegalArgumentException(
                        operation + ": axis " + axis + " of " + shape + " is empty; every extent must be at least 1");
            }
            order.remove((Integer) axis);
            order.add(axis);
        }
        return order.stream().mapToInt(i -> i).toArray();
    }

    private static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** All frequencies of real numbers: the missing ones are the conjugates of their opposites. */
    private static Complex whole(Complex half, Shape shape, int... axes) {
        int last = axes[axes.length - 1];
        int extent = shape.extent(last);
        int present = extent / 2 + 1;
        int[] missing = IntStream.range(present, extent).map(k -> extent - k).toArray();
        Complex opposite = half.each(part -> part.along(last, IndexMap.take(present, missing)))
                .conjugate();
        for (int i = 0; i < axes.length - 1; i++) {
            int axis = axes[i];
            int length = shape.extent(axis);
            IndexMap mirror = IndexMap.take(
                    length,
                    IntStream.range(0, length).map(k -> (length - k) % length).toArray());
            opposite = opposite.each(part -> part.along(axis, mirror));
        }
        return new Complex(
                Tensor.concatenate(last, half.real(), opposite.real()),
                Tensor.concatenate(last, half.imaginary(), opposite.imaginary()));
    }
}
