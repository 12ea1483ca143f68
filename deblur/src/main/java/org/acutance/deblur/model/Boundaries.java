package org.acutance.deblur.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.fft.Fft;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.PeriodicConvolution;

/** The boundary conditions by name. */
public final class Boundaries {
    /** The rules that say what lies beyond: {@code zero}, {@code periodic}, {@code reflect}, {@code mirror}, {@code replicate}. */
    public static final Catalogue<Boundary> ASSUMED = new Catalogue<>(
            "boundary",
            Arrays.stream(Boundary.values())
                    .map(boundary -> Entry.plain(Parameter.written(boundary), help(boundary), boundary))
                    .toList());

    /** {@code auto}, which is {@code unknown} as long as nothing is known of the image, {@code unknown}, and the assumed ones. */
    public static final Catalogue<BoundaryCondition> CATALOGUE = new Catalogue<>(
            "boundary",
            Stream.concat(
                            Stream.of(
                                    Entry.<BoundaryCondition>plain(
                                            "auto",
                                            "unknown, or zero or periodic if the light near the border clearly says so",
                                            Boundaries::unknown),
                                    Entry.<BoundaryCondition>plain(
                                            "unknown",
                                            "? ? ? | a b c d | ? ? ?, the scene goes on and is estimated beyond the"
                                                    + " frame too",
                                            Boundaries::unknown)),
                            Arrays.stream(Boundary.values())
                                    .map(boundary -> Entry.<BoundaryCondition>plain(
                                            Parameter.written(boundary),
                                            help(boundary),
                                            (kernel, frame) -> assumed(boundary, kernel, frame))))
                    .toList());

    private Boundaries() {}

    private static String help(Boundary boundary) {
        return switch (boundary) {
            case ZERO -> "0 0 0 | a b c d | 0 0 0, black beyond the frame";
            case PERIODIC -> "b c d | a b c d | a b c, the opposite side";
            case REFLECT -> "c b a | a b c d | d c b, the border pixel twice";
            case MIRROR -> "d c b | a b c d | c b a, the border pixel once";
            case REPLICATE -> "a a a | a b c d | d d d, the border pixel on and on";
        };
    }

    private static Formation assumed(Boundary boundary, NdArray kernel, Shape frame) {
        return boundary == Boundary.PERIODIC
                ? periodic(new PeriodicConvolution(kernel, frame))
                : Formation.within(new ConvolutionMap(kernel, frame, ConvolutionMode.SAME, boundary), Optional.empty());
    }

    /** By spectra as it is, unless passes over a frame that is extended cost less. */
    private static Formation periodic(PeriodicConvolution circular) {
        return Formation.within(
                circular.costsLess()
                        ? circular
                        : new ConvolutionMap(
                                circular.kernel(), circular.domain(), ConvolutionMode.SAME, Boundary.PERIODIC),
                Optional.of(circular));
    }

    /** The canvas has all that can be seen through the kernel, and no less than what transforms fast. */
    private static Formation unknown(NdArray kernel, Shape frame) {
        int[] reach = IntStream.range(0, frame.rank())
                .map(axis -> kernel.shape().extent(axis) / 2)
                .toArray();
        int[] extents = IntStream.range(0, frame.rank())
                .map(axis -> Fft.goodSize(frame.extent(axis) + 2 * reach[axis]))
                .toArray();
        PeriodicConvolution circular = new PeriodicConvolution(kernel, Shape.of(extents));
        Shape corner = Shape.of(reach);
        return Formation.of(circular.part(corner, frame), corner, Optional.of(circular));
    }
}
