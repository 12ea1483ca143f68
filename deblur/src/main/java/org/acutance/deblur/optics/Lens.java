package org.acutance.deblur.optics;

import java.util.Locale;

/**
 * An objective and what is in front of it.
 *
 * @param model how the light near the focus is computed
 * @param aperture numerical aperture, below the refractive indices of immersion and coverslip
 * @param media what the light passes
 */
public record Lens(Diffraction model, double aperture, Media media) {
    /**
     * A lens.
     *
     * @throws IllegalArgumentException if no ray of the aperture's angle exists in the immersion or the coverslip
     */
    public Lens {
        double least = Math.min(
                Math.min(media.immersion(), media.immersionDesign()),
                Math.min(media.coverslip(), media.coverslipDesign()));
        if (!(aperture > 0 && aperture < least)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "lens: numerical aperture %s is not above 0 and below %s, the least refractive index between"
                            + " sample and lens; give a smaller na or a larger index",
                    aperture,
                    least));
        }
    }

    /** Largest sine times index of a ray that the model follows. */
    double edge() {
        return model == Diffraction.RICHARDS_WOLF ? Math.min(aperture, 0.9999 * media.sample()) : aperture;
    }

    /** Largest difference of index times cosine between rays, which rules how fast the focus fades along the axis. */
    public double axialBand() {
        return model.axial(this, 0) - model.axial(this, edge());
    }

    /** The tangent of the angle of the outermost ray in the immersion. */
    public double slope() {
        return edge() / Media.axial(media.immersion(), edge());
    }
}
