package org.acutance.deblur.restoration;

import java.util.List;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.Shape;

/**
 * The prior that is used, and why.
 *
 * @param written its written form
 * @param reason why, in words
 */
public record PriorChoice(String written, String reason) {
    private static final List<String> CIRCULAR = List.of("unknown", "periodic");
    private static final List<String> WITHOUT_NOISE = List.of("l2", "norm");

    /** The prior of settings for an image of a shape. */
    static PriorChoice of(Settings settings, Shape image) {
        return settings.prior().equals("auto")
                ? chosen(settings, image)
                : new PriorChoice(settings.prior(), "as asked for");
    }

    /** Similar blocks for pictures, where they can be used; flat regions otherwise. */
    private static PriorChoice chosen(Settings settings, Shape image) {
        Method method = Methods.CATALOGUE.create(settings.method());
        if (!method.takesPrior() || method.ownFidelity().isPresent()) {
            return new PriorChoice("none", "since method " + settings.method() + " regularises by itself");
        }
        if (!settings.method().equals("auto")) {
            return new PriorChoice("smoothed-tv", "which every method can use, since a method was asked for");
        }
        if (!CIRCULAR.contains(settings.boundary())) {
            return new PriorChoice(
                    "smoothed-tv",
                    "since a blur with boundary " + settings.boundary() + " is not circular, and this prior can be"
                            + " differentiated");
        }
        if (WITHOUT_NOISE.contains(settings.fidelity())) {
            return new PriorChoice(
                    "smoothed-tv", "since fidelity " + settings.fidelity() + " says nothing about the level of the noise");
        }
        return image.rank() == 2
                ? new PriorChoice("bm3d", "since the image is a picture, in which small blocks look alike")
                : new PriorChoice("tv", "since the image has not two axes: flat regions with sharp edges");
    }

    /** The prior itself. */
    Regulariser create() {
        return Priors.parse(written);
    }
}
