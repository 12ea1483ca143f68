package org.acutance.deblur.image;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.NdArray;

/** Conversion of samples from one type to another: scaled, rounded half to even, clipped and counted. */
final class Quantisation {
    private static final int BLOCK = 4096;

    private final SampleType from;
    private final SampleType to;
    private long clipped;

    private Quantisation(SampleType from, SampleType to) {
        this.from = from;
        this.to = to;
    }

    static Quantised apply(Image image, SampleType to) {
        if (image.sampleType() == to) {
            return new Quantised(image, 0);
        }
        Quantisation quantisation = new Quantisation(image.sampleType(), to);
        List<NdArray> channels = new ArrayList<>();
        image.channels().forEach(channel -> channels.add(quantisation.convert(channel)));
        double samples = (double) image.shape().size() * channels.size();
        return new Quantised(
                new Image(channels, image.colourModel(), to), samples == 0 ? 0 : quantisation.clipped / samples);
    }

    private NdArray convert(NdArray channel) {
        NdArray.Builder result = NdArray.builder(channel.shape(), to.precision());
        double[] block = new double[Math.min(BLOCK, channel.size())];
        for (int at = 0; at < channel.size(); at += BLOCK) {
            int count = Math.min(BLOCK, channel.size() - at);
            channel.read(at, block, 0, count);
            for (int i = 0; i < count; i++) {
                block[i] = to.isInteger() ? toInteger(block[i]) : toFloat(block[i]);
            }
            result.write(at, block, 0, count);
        }
        return result.build();
    }

    private double toInteger(double sample) {
        if (Double.isNaN(sample)) {
            throw new IllegalArgumentException(
                    "quantise: the image has NaN samples, which " + to + " cannot hold; keep a floating-point type");
        }
        double negativeZeroLost = Math.rint(sample / from.scale() * to.scale()) + 0.0;
        return inRange(negativeZeroLost);
    }

    private double toFloat(double sample) {
        double value = sample / from.scale();
        return Double.isFinite(value) ? inRange(value) : value;
    }

    private double inRange(double value) {
        if (value >= to.least() && value <= to.most()) {
            return value;
        }
        clipped++;
        return value < to.least() ? to.least() : to.most();
    }
}
