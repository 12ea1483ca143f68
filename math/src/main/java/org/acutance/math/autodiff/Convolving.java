package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.Convolution;

/** Convolution and correlation of two tensors, differentiable by both. */
final class Convolving {
    /**
     * The valid convolution, the core of all others. By the image its adjoint is the full convolution with the flipped
     * kernel; by the kernel it is the valid convolution with the flipped cotangent, flipped.
     */
    static final Custom VALID = Custom.bilinear(
            "convolve",
            Convolution::valid,
            Convolving::valid,
            (t, x, y) -> valid(surrounded(t, x.get(1).shape()), x.get(1).flip()),
            (t, x, y) -> valid(x.get(0), t.flip()).flip());

    private Convolving() {}

    private static Tensor valid(Tensor image, Tensor kernel) {
        return VALID.apply(image, kernel);
    }

    private static Tensor surrounded(Tensor x, Shape kernel) {
        int[] margin = Arrays.stream(kernel.extents()).map(extent -> extent - 1).toArray();
        return Arrangement.pad(x, margin, margin, Boundary.ZERO);
    }

    static Tensor convolve(Tensor image, Tensor kernel, ConvolutionMode mode, Boundary boundary) {
        Shape shape = kernel.shape();
        mode.requireRank(shape, image.shape());
        Tensor extended = mode == ConvolutionMode.VALID
                ? image
                : Arrangement.pad(image, mode.before(shape.extents()), mode.after(shape.extents()), boundary);
        return valid(extended, kernel);
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (ConvolutionMode mode : ConvolutionMode.values()) {
            for (Boundary boundary : Boundary.values()) {
                examples.add(Example.of(
                        "convolve", (x, k) -> x.convolve(k, mode, boundary), Shape.of(5, 4), Shape.of(3, 2)));
                examples.add(Example.of(
                        "convolve", (x, k) -> x.convolve(k, mode, boundary), Shape.of(1, 3, 5), Shape.of(1, 2, 3)));
                examples.add(
                        Example.of("correlate", (x, k) -> x.correlate(k, mode, boundary), Shape.of(7), Shape.of(3)));
            }
        }
        return examples;
    }
}
