package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.Convolution;

/** Kernels made of kernels, their middles on each other. */
final class Combination {
    private Combination() {}

    /** The weighted sum; a smaller kernel is 0 around. */
    static Psf sum(List<Double> weights, List<Psf> parts) {
        int[] extents = extents(parts, Math::max);
        NdArray sum = NdArray.zeros(Shape.of(extents), Precision.FLOAT64);
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.plusScaled(weights.get(i), fitted(parts.get(i), extents));
        }
        return Psf.normalised(sum, provenance(parts));
    }

    /** The product of values at the same place, as of excitation and detection; as small as the smallest kernel. */
    static Psf product(List<Psf> parts) {
        int[] extents = extents(parts, Math::min);
        NdArray product = fitted(parts.get(0), extents);
        for (Psf part : parts.subList(1, parts.size())) {
            product = product.times(fitted(part, extents));
        }
        return Psf.normalised(product, provenance(parts));
    }

    /** One blur after the other; as large as all together. */
    static Psf convolved(List<Psf> parts) {
        NdArray result = values(parts.get(0));
        for (Psf part : parts.subList(1, parts.size())) {
            int[] around = Arrays.stream(part.kernel().shape().extents())
                    .map(extent -> extent - 1)
                    .toArray();
            NdArray padded = result.pad(around, around, Boundary.ZERO);
            PerAxis.shape("convolved", padded.shape().extents());
            NdArray convolved = Convolution.valid(padded, values(part));
            // Transforms leave negative rounding errors where two non-negative kernels give 0.
            boolean light = result.min() >= 0 && part.kernel().min() >= 0;
            result = light ? nonNegative(convolved) : convolved;
        }
        return Psf.normalised(result, provenance(parts));
    }

    static NdArray nonNegative(NdArray values) {
        return NdArray.of(
                Arrays.stream(values.toDoubles()).map(v -> Math.max(0, v)).toArray(), values.shape());
    }

    static NdArray values(Psf psf) {
        return psf.kernel().to(Precision.FLOAT64);
    }

    private static int[] extents(List<Psf> parts, IntBinaryOperator choice) {
        return IntStream.range(0, parts.get(0).rank())
                .map(axis -> parts.stream()
                        .mapToInt(part -> part.kernel().shape().extent(axis))
                        .reduce(choice)
                        .orElseThrow())
                .toArray();
    }

    /** The middle of the kernel, or the kernel with zeros around. */
    static NdArray fitted(Psf psf, int[] extents) {
        NdArray values = values(psf);
        for (int axis = 0; axis < extents.length; axis++) {
            int more = (values.shape().extent(axis) - extents[axis]) / 2;
            values = more > 0 ? values.slice(axis, more, values.shape().extent(axis) - more) : values;
        }
        int[] around = new int[extents.length];
        NdArray cut = values;
        Arrays.setAll(around, axis -> (extents[axis] - cut.shape().extent(axis)) / 2);
        return cut.pad(around, around, Boundary.ZERO);
    }

    /** Made of a measurement it is one; the first that knows the size of its pixels is believed. */
    private static Provenance provenance(List<Psf> parts) {
        boolean measured = parts.stream().anyMatch(part -> part.provenance().kind() == Provenance.Kind.MEASURED);
        Provenance plain = measured ? Provenance.MEASURED : Provenance.DRAWN;
        Optional<Sampling> sampling = parts.stream()
                .flatMap(part -> part.provenance().sampling().stream())
                .findFirst();
        return sampling.map(known -> plain.withSampling(new Sampling(known.voxel(), List.of())))
                .orElse(plain);
    }
}
