package org.acutance.deblur.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * An image with its samples exactly as stored. Channels have the spatial shape, slowest axis first: (rows, columns) for a
 * picture, (z, y, x) for a volume. A channel is kept in {@link SampleType#precision()}.
 *
 * @param channels one array per channel, in the order of the colour model, alpha last
 * @param colourModel what the channels mean
 * @param sampleType how the samples are stored in a file
 */
public record Image(List<NdArray> channels, ColourModel colourModel, SampleType sampleType) {
    /**
     * Checks that the channels fit together; integer samples must be whole numbers within the range of the type.
     *
     * @throws IllegalArgumentException if the number of channels, a shape, a precision or a sample does not fit
     */
    public Image {
        if (!colourModel.fits(channels.size())) {
            throw new IllegalArgumentException(
                    "image: " + channels.size() + " channels do not make " + colourModel + "; choose another model");
        }
        channels = checked(channels, sampleType);
    }

    /** An image of one channel of floating-point samples. */
    public static Image gray(NdArray intensity) {
        return of(ColourModel.GRAY, List.of(intensity));
    }

    /**
     * An image of floating-point samples; the type follows the precision of the channels.
     *
     * @throws IllegalArgumentException if the number of channels does not fit, or shapes or precisions differ
     */
    public static Image of(ColourModel colourModel, List<NdArray> channels) {
        Precision precision =
                channels.isEmpty() ? Precision.FLOAT64 : channels.get(0).precision();
        return new Image(channels, colourModel, SampleType.of(precision));
    }

    private static List<NdArray> checked(List<NdArray> channels, SampleType type) {
        Shape shape = channels.get(0).shape();
        return channels.stream().map(channel -> checked(channel, shape, type)).toList();
    }

    private static NdArray checked(NdArray channel, Shape shape, SampleType type) {
        channel.shape().require("image", shape);
        if (!type.isInteger() && channel.precision() != type.precision()) {
            throw new IllegalArgumentException("image: a channel of " + type + " samples came as " + channel.precision()
                    + "; convert it with to(Precision)");
        }
        if (type.isInteger()) {
            requireHeld(channel, type);
        }
        return channel.to(type.precision());
    }

    private static void requireHeld(NdArray channel, SampleType type) {
        double[] row = new double[channel.shape().rowLength()];
        for (int at = 0; at < channel.size(); at += row.length) {
            channel.read(at, row, 0, row.length);
            for (double sample : row) {
                if (!type.holds(sample)) {
                    throw new IllegalArgumentException(
                            "image: sample " + sample + " is not a value of " + type + "; convert with quantise");
                }
            }
        }
    }

    /** The spatial shape, the same for every channel. */
    public Shape shape() {
        return channels.get(0).shape();
    }

    /** The channels without alpha. */
    public List<NdArray> colours() {
        return channels.subList(0, colourModel.hasAlpha() ? channels.size() - 1 : channels.size());
    }

    /** The opacity, if there is one. */
    public Optional<NdArray> alpha() {
        return colourModel.hasAlpha() ? Optional.of(channels.get(channels.size() - 1)) : Optional.empty();
    }

    /**
     * This image with other colours; alpha stays.
     *
     * @throws IllegalArgumentException if the number of colours, a shape, a precision or a sample does not fit
     */
    public Image withColours(List<NdArray> colours) {
        if (colours.size() != colours().size()) {
            throw new IllegalArgumentException("withColours: got " + colours.size() + " channels, expected "
                    + colours().size());
        }
        List<NdArray> all = new ArrayList<>(colours);
        alpha().ifPresent(all::add);
        return new Image(all, colourModel, sampleType);
    }

    /**
     * Samples as numbers around [0, 1]: integers divided by the maximum of their type, floats as they are. Negative
     * integers are divided too, so the most negative one comes out slightly below -1, and the way back is exact.
     *
     * @param precision how to store the result; FLOAT32 rounds wide integers and doubles
     */
    public Image normalised(Precision precision) {
        return quantise(SampleType.of(precision)).image();
    }

    /**
     * This image in another sample type: normalised, times the scale of the new type, rounded half to even, clipped.
     * An image that has the type already comes back unchanged.
     *
     * @throws IllegalArgumentException if a sample is NaN and the type is an integer type
     */
    public Quantised quantise(SampleType type) {
        return Quantisation.apply(this, type);
    }

    /** What it is in one line: {@code [512×512] RGB uint8}. */
    @Override
    public String toString() {
        return shape() + " " + colourModel + " " + sampleType;
    }
}
