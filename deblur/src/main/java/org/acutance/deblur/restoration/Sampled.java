package org.acutance.deblur.restoration;

import java.util.stream.IntStream;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A point spread function on a grid that may be finer than that of the pixels.
 *
 * @param psf on the fine grid
 * @param subsampling samples of that grid along each side of a pixel, at least 1
 */
record Sampled(Psf psf, int subsampling) {
    /** What the pixels see of the point spread function. */
    Psf seen() {
        return subsampling == 1 ? psf : psf.coarser(subsampling);
    }

    /**
     * How observations come about, without gain and background. On a finer grid the border lies at its samples.
     *
     * @param boundary name of what lies beyond the frame
     */
    Formation formation(String boundary, Observation observed) {
        Shape boxes = boxes(observed);
        NdArray kernel = observed.onAxes(psf.kernel())
                .times(1.0 / boxes.size())
                .to(observed.values().precision());
        Formation fine = Boundaries.CATALOGUE
                .create(boundary)
                .formation(kernel, fine(observed.values().shape(), boxes));
        return subsampling == 1 ? fine : fine.binned(boxes);
    }

    /** Samples of the grid along each axis of an observation, 1 along that of channels. */
    private Shape boxes(Observation observed) {
        return Shape.of(IntStream.range(0, observed.values().rank())
                .map(axis -> axis < observed.channelAxes() ? 1 : subsampling)
                .toArray());
    }

    private static Shape fine(Shape frame, Shape boxes) {
        return Shape.of(IntStream.range(0, frame.rank())
                .map(axis -> frame.extent(axis) * boxes.extent(axis))
                .toArray());
    }
}
