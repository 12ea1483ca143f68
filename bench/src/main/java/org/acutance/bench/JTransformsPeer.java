package org.acutance.bench;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.jtransforms.fft.DoubleFFT_2D;
import org.jtransforms.fft.DoubleFFT_3D;
import org.jtransforms.fft.FloatFFT_2D;
import org.jtransforms.fft.FloatFFT_3D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** JTransforms forward and back, by one thread. Only powers of two have the half spectrum there, other sizes the whole one. */
final class JTransformsPeer {
    private JTransformsPeer() {}

    /** The transform forward and back of an array of rank 2 or 3. */
    static Supplier<?> pair(NdArray x) {
        ConcurrencyUtils.setNumberOfThreads(1);
        return x.precision() == Precision.FLOAT64 ? doubles(x) : floats(x);
    }

    private static boolean halved(int... extents) {
        return Arrays.stream(extents).allMatch(extent -> Integer.bitCount(extent) == 1);
    }

    private static Supplier<?> doubles(NdArray x) {
        int[] n = x.shape().extents();
        double[] values = x.toDoubles();
        double[] work = new double[2 * values.length];
        if (n.length == 2) {
            DoubleFFT_2D fft = new DoubleFFT_2D(n[0], n[1]);
            return halved(n)
                    ? both(values, work, fft::realForward, w -> fft.realInverse(w, true))
                    : both(values, work, fft::realForwardFull, w -> fft.complexInverse(w, true));
        }
        DoubleFFT_3D fft = new DoubleFFT_3D(n[0], n[1], n[2]);
        return halved(n)
                ? both(values, work, fft::realForward, w -> fft.realInverse(w, true))
                : both(values, work, fft::realForwardFull, w -> fft.complexInverse(w, true));
    }

    private static Supplier<?> floats(NdArray x) {
        int[] n = x.shape().extents();
        float[] values = new float[x.size()];
        x.read(0, values, 0, values.length);
        float[] work = new float[2 * values.length];
        if (n.length == 2) {
            FloatFFT_2D fft = new FloatFFT_2D(n[0], n[1]);
            return halved(n)
                    ? both(values, work, fft::realForward, w -> fft.realInverse(w, true))
                    : both(values, work, fft::realForwardFull, w -> fft.complexInverse(w, true));
        }
        FloatFFT_3D fft = new FloatFFT_3D(n[0], n[1], n[2]);
        return halved(n)
                ? both(values, work, fft::realForward, w -> fft.realInverse(w, true))
                : both(values, work, fft::realForwardFull, w -> fft.complexInverse(w, true));
    }

    // The values are an array of the kind of the work area, which is twice as long.
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static <A> Supplier<A> both(A values, A work, Consumer<A> forward, Consumer<A> inverse) {
        int size = Array.getLength(values);
        return () -> {
            System.arraycopy(values, 0, work, 0, size);
            forward.accept(work);
            inverse.accept(work);
            return work;
        };
    }
}
