package org.acutance.deblur.optics;

/**
 * What the light passes between the sample and the lens, as it is and as the lens was designed for (Gibson and Lanni
 * 1992). Refractive indices are absolute numbers.
 *
 * @param sample refractive index of what surrounds the point of light
 * @param depth of the point below the coverslip, at least 0
 * @param coverslip refractive index of the coverslip
 * @param coverslipDesign that of the coverslip for which the lens was made
 * @param thickness of the coverslip, at least 0
 * @param thicknessDesign of the coverslip for which the lens was made
 * @param immersion refractive index of what is between coverslip and lens
 * @param immersionDesign that for which the lens was made
 * @param workingDistance thickness of the immersion for which the lens was made
 */
public record Media(
        double sample,
        Length depth,
        double coverslip,
        double coverslipDesign,
        Length thickness,
        Length thicknessDesign,
        double immersion,
        double immersionDesign,
        Length workingDistance) {
    private static final Length NOTHING = new Length(0);

    /** One medium everywhere, and no aberration. */
    public static Media uniform(double index) {
        return new Media(index, NOTHING, index, index, NOTHING, NOTHING, index, index, NOTHING);
    }

    /**
     * The optical path to the lens less that of the design, in nm, of the ray whose index times sine of the angle is
     * {@code sine} in every medium; less the same for the ray on the axis. The stage is where the paraxial rays focus the
     * point. Rays beyond the sample's critical angle have the real part, which is 0 there for the sample.
     */
    double path(double sine) {
        return through(sine) - through(0);
    }

    private double through(double sine) {
        return depth.nanometres() * axial(sample, sine)
                + thickness.nanometres() * axial(coverslip, sine)
                - thicknessDesign.nanometres() * axial(coverslipDesign, sine)
                + focusedImmersion() * axial(immersion, sine)
                - workingDistance.nanometres() * axial(immersionDesign, sine);
    }

    /** The thickness of the immersion at which thicknesses over indices add up to those of the design. */
    private double focusedImmersion() {
        return immersion
                * (workingDistance.nanometres() / immersionDesign
                        + thicknessDesign.nanometres() / coverslipDesign
                        - thickness.nanometres() / coverslip
                        - depth.nanometres() / sample);
    }

    /** What is left of the amplitude of a ray that leaves the sample as an evanescent wave, 0 to 1. */
    double attenuation(double sine, double wavenumber) {
        double evanescent = Math.max(0, sine * sine - sample * sample);
        return Math.exp(-wavenumber * depth.nanometres() * Math.sqrt(evanescent));
    }

    /** Index times cosine of the angle of the ray; 0 beyond the critical angle. */
    static double axial(double index, double sine) {
        return Math.sqrt(Math.max(0, index * index - sine * sine));
    }
}
