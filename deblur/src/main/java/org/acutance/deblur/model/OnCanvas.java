package org.acutance.deblur.model;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Proximal;

/**
 * A distance to the observation as a function of the blurred canvas: gain and background are applied inside the frame,
 * and beyond it every value will do.
 *
 * @param formation where the frame is, gain and background
 * @param distance of a prediction to the observation
 */
record OnCanvas(Formation formation, Proximal distance) implements Proximal {
    @Override
    public double value(NdArray blurred) {
        return distance.value(predicted(formation.crop(blurred)));
    }

    @Override
    public NdArray prox(NdArray blurred, double step) {
        NdArray inside = formation.crop(blurred);
        double gain = formation.gain();
        NdArray moved = distance.prox(predicted(inside), step * gain * gain).minus(formation.background());
        NdArray change = moved.times(1 / gain).minus(inside);
        return blurred.plus(formation.embed(change));
    }

    private NdArray predicted(NdArray inside) {
        return inside.times(formation.gain()).plus(formation.background());
    }
}
