package org.acutance.app.picture;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;

/**
 * What a point spread function measures.
 *
 * @param peak largest finite value, or 0
 * @param least smallest finite value, or 0
 * @param peakRow row of the first largest value
 * @param peakColumn column of the first largest value
 * @param sum of the finite values
 * @param notFinite how many values are NaN or infinite
 * @param rowDeviation standard deviation along the rows' axis in pixels; NaN where values are negative or all 0
 * @param columnDeviation standard deviation along the columns' axis in pixels, likewise
 */
record KernelFigures(
        double peak,
        double least,
        int peakRow,
        int peakColumn,
        double sum,
        long notFinite,
        double rowDeviation,
        double columnDeviation) {

    /** Measures an array [rows×columns]. */
    static KernelFigures of(NdArray kernel) {
        int columns = kernel.shape().extent(1);
        double[] values = kernel.toDoubles();
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double peak = Arrays.stream(finite).max().orElse(0);
        double least = Arrays.stream(finite).min().orElse(0);
        int at = 0;
        while (at < values.length - 1 && values[at] != peak) {
            at++;
        }
        boolean weights = least >= 0 && peak > 0 && finite.length == values.length;
        return new KernelFigures(
                peak,
                least,
                at / columns,
                at % columns,
                NdArray.vector(finite).sum(),
                values.length - finite.length,
                weights ? deviation(kernel.reduce(Reduction.SUM, 1)) : Double.NaN,
                weights ? deviation(kernel.reduce(Reduction.SUM, 0)) : Double.NaN);
    }

    private static double deviation(NdArray weights) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < weights.size(); i++) {
            first += weights.get(i) * i;
            second += weights.get(i) * i * i;
        }
        double mean = first / weights.sum();
        return Math.sqrt(Math.max(second / weights.sum() - mean * mean, 0));
    }
}
