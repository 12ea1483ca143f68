package org.acutance.deblur.restoration;

import java.util.List;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.Shape;

/** The prior that {@code auto} stands for. */
final class DefaultPrior {
    private static final List<String> CIRCULAR = List.of("unknown", "periodic");

    /** Extent of a picture that has blocks to compare: two of them side by side. */
    private static final int LEAST_EXTENT = 16;

    private DefaultPrior() {}

    /** The prior of settings for an image of a shape. */
    static Regulariser resolve(Settings settings, Shape image) {
        return Priors.parse(settings.prior().equals("auto") ? written(settings, image) : settings.prior());
    }

    /** Similar blocks for pictures, where they can be used; flat regions otherwise. */
    private static String written(Settings settings, Shape image) {
        Method method = Methods.CATALOGUE.create(settings.method());
        if (!method.takesPrior()) {
            return "none";
        }
        boolean free = settings.method().equals("auto") && CIRCULAR.contains(settings.boundary());
        return !free ? "smoothed-tv" : isPicture(image) ? "bm3d" : "tv";
    }

    private static boolean isPicture(Shape image) {
        return image.rank() == 2 && Math.min(image.extent(0), image.extent(1)) >= LEAST_EXTENT;
    }
}
