package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** The part of a kernel that matters. */
final class Cut {
    private Cut() {}

    /**
     * A box around the middle that holds at least a share of the absolute values. Layers are taken off, two opposite sides
     * at a time, always along the axis where they hold least.
     */
    static Psf to(double energy, Psf psf) {
        NdArray values = Combination.values(psf);
        double all = light(values);
        double kept = all;
        while (true) {
            int axis = weakest(values);
            double lost = axis < 0 ? all : sides(values, axis);
            if (kept - lost < energy * all * (1 - 1e-12)) {
                break;
            }
            kept -= lost;
            values = values.slice(axis, 1, values.shape().extent(axis) - 1);
        }
        return Psf.normalised(values, told(psf, values.shape(), 1 - kept / all));
    }

    private static Provenance told(Psf psf, Shape shape, double lost) {
        Provenance before = psf.provenance();
        double beyond = psf.report().beyond().orElse(0);
        Provenance after = before.withBeyond(lost + (1 - lost) * beyond);
        return after.withRemark(Finding.note(
                String.format(
                        Locale.ROOT,
                        "cut from %s to %s, which lost %.3g %% of the light",
                        psf.kernel().shape(),
                        shape,
                        100 * lost),
                "give a larger energy to keep more"));
    }

    private static int weakest(NdArray values) {
        return IntStream.range(0, values.rank())
                .filter(axis -> values.shape().extent(axis) > 1)
                .boxed()
                .min((a, b) -> Double.compare(sides(values, a), sides(values, b)))
                .orElse(-1);
    }

    private static double sides(NdArray values, int axis) {
        int extent = values.shape().extent(axis);
        return light(values.slice(axis, 0, 1)) + light(values.slice(axis, extent - 1, extent));
    }

    private static double light(NdArray values) {
        return Arrays.stream(values.toDoubles()).map(Math::abs).sum();
    }
}
