package org.acutance.testkit;

import java.util.SplittableRandom;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Random arrays that are the same in every run. */
public final class Samples {
    private final SplittableRandom random;

    /** Samples of a seed. */
    public Samples(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An array with elements drawn uniformly from {@code low..high}. */
    public NdArray uniform(Shape shape, Precision precision, double low, double high) {
        double[] values =
                random.doubles(shape.size()).map(u -> low + (high - low) * u).toArray();
        return NdArray.of(values, shape).to(precision);
    }
}
