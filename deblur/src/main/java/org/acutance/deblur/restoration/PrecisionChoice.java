package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Locale;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.Precision;

/**
 * The precision that arrays of the size of the image have while it is deblurred, and why.
 *
 * @param precision of samples, estimates, the kernel and its spectrum
 * @param reason why, in words
 */
public record PrecisionChoice(Precision precision, String reason) {
    /** What may be asked for. */
    enum Asked {
        /** By the image. */
        AUTO,
        /** {@link Precision#FLOAT32}. */
        SINGLE,
        /** {@link Precision#FLOAT64}. */
        DOUBLE
    }

    /** What is tried for an image, one after the other, until the memory holds it as a whole. */
    static List<PrecisionChoice> of(Settings settings, Image blurred) {
        return switch (Asked.valueOf(settings.get(Setting.PRECISION).toUpperCase(Locale.ROOT))) {
            case SINGLE -> List.of(new PrecisionChoice(Precision.FLOAT32, "as asked for"));
            case DOUBLE -> List.of(new PrecisionChoice(Precision.FLOAT64, "as asked for"));
            case AUTO -> automatic(blurred);
        };
    }

    /** Volumes are large, and their noise hides what rounding adds; samples that single precision would round stay as they are. */
    private static List<PrecisionChoice> automatic(Image blurred) {
        boolean volume = blurred.shape().rank() > 2;
        if (volume && blurred.sampleType().precision() == Precision.FLOAT32) {
            return List.of(new PrecisionChoice(
                    Precision.FLOAT32, "since it is a volume of " + blurred.sampleType() + " samples"));
        }
        return List.of(
                new PrecisionChoice(
                        Precision.FLOAT64,
                        volume
                                ? "since it is a volume of " + blurred.sampleType() + " samples"
                                : "since it is no volume"),
                new PrecisionChoice(
                        Precision.FLOAT32, "since the memory of the JVM does not hold it in double precision"));
    }

    /** As {@link Setting#PRECISION} has it. */
    public String written() {
        return (precision == Precision.FLOAT32 ? Asked.SINGLE : Asked.DOUBLE)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
