package org.acutance.app.picture;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The loss along one run of a method.
 *
 * @param name for the legend; may be empty
 * @param loss vector, from the start on; values that are not finite leave a gap
 * @param progress what else was counted at each of them, vectors as long; iterations are counted from 0 where not given
 */
public record Run(String name, NdArray loss, Map<Abscissa, NdArray> progress) {
    /**
     * @throws IllegalArgumentException unless all are vectors of one length
     */
    public Run {
        if (loss.rank() != 1) {
            throw new IllegalArgumentException("run: loss has shape " + loss.shape() + ", expected a vector");
        }
        NdArray losses = loss;
        progress.values().forEach(counts -> counts.shape().require("run", losses.shape()));
        Map<Abscissa, NdArray> all = new EnumMap<>(Map.of(Abscissa.ITERATIONS, count(loss.size())));
        all.putAll(progress);
        progress = Map.copyOf(all);
    }

    /** A run of which only the losses are known. */
    public static Run of(String name, double... loss) {
        return new Run(name, NdArray.vector(loss), Map.of());
    }

    /** The same with something more counted, one number for each loss. */
    public Run with(Abscissa abscissa, double... counts) {
        Map<Abscissa, NdArray> more = new EnumMap<>(progress);
        more.put(abscissa, NdArray.vector(counts));
        return new Run(name, loss, more);
    }

    /** The numbers of one way of counting, where they are known. */
    Optional<NdArray> counted(Abscissa abscissa) {
        return Optional.ofNullable(progress.get(abscissa));
    }

    private static NdArray count(int size) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return NdArray.vector(numbers);
    }
}
