package org.acutance.deblur.optics;

import java.util.Arrays;

/** How a microscope lights the sample and gathers the light. Wavelengths are those in vacuum. */
public sealed interface Imaging {
    /** Diameter of the first dark ring in wavelengths over numerical apertures, the Airy unit. */
    double AIRY_UNIT = 1.22;

    /** The image of a point of light, tabulated; the factor is of no matter. */
    RadialIntensity image(Lens lens, RadialGrid grid);

    /** The wavelength whose focus is brought into the middle. */
    Length focused();

    /** Highest frequency of the image across the axis, in cycles per nm. */
    double lateralBand(Lens lens);

    /** Highest frequency of the image along the axis, in cycles per nm. */
    double axialBand(Lens lens);

    /** Whether out-of-focus light is kept, so that the image of a point becomes a cone. */
    boolean keepsCone();

    /** Distance from the focus beyond which there is hardly any light, in nm; a default for the extent of a kernel. */
    default double depth(Lens lens) {
        return 3 / axialBand(lens);
    }

    /**
     * Everything is lit; light out of focus is as strong as in focus.
     *
     * @param emission wavelength that is gathered
     */
    record Widefield(Length emission) implements Imaging {
        @Override
        public RadialIntensity image(Lens lens, RadialGrid grid) {
            return new Focus(lens, emission).on(grid);
        }

        @Override
        public Length focused() {
            return emission;
        }

        @Override
        public double lateralBand(Lens lens) {
            return 2 * lens.aperture() / emission.nanometres();
        }

        @Override
        public double axialBand(Lens lens) {
            return lens.axialBand() / emission.nanometres();
        }

        @Override
        public boolean keepsCone() {
            return true;
        }
    }

    /**
     * A focus scans the sample, and a pinhole keeps the light that does not come from it away: excitation times emission,
     * the latter averaged over the hole.
     *
     * @param excitation wavelength of the laser
     * @param emission wavelength that is gathered
     * @param pinhole diameter in {@linkplain #AIRY_UNIT Airy units} of the emission, as seen in the sample
     */
    record Confocal(Length excitation, Length emission, double pinhole) implements Imaging {
        @Override
        public RadialIntensity image(Lens lens, RadialGrid grid) {
            double radius = pinhole * AIRY_UNIT * emission.nanometres() / lens.aperture() / 2;
            RadialIntensity detected = new Focus(lens, emission).on(grid.widened(radius));
            return new Focus(lens, excitation).on(grid).times(detected.through(radius));
        }

        @Override
        public Length focused() {
            return emission;
        }

        @Override
        public double lateralBand(Lens lens) {
            return 2 * lens.aperture() * (1 / excitation.nanometres() + 1 / emission.nanometres());
        }

        @Override
        public double axialBand(Lens lens) {
            return lens.axialBand() * (1 / excitation.nanometres() + 1 / emission.nanometres());
        }

        @Override
        public boolean keepsCone() {
            return false;
        }

        @Override
        public double depth(Lens lens) {
            return 8 / axialBand(lens);
        }
    }

    /**
     * A focus scans the sample, two photons at a time excite it, all light is gathered: excitation squared.
     *
     * @param excitation wavelength of the laser
     */
    record TwoPhoton(Length excitation) implements Imaging {
        @Override
        public RadialIntensity image(Lens lens, RadialGrid grid) {
            RadialIntensity once = new Focus(lens, excitation).on(grid);
            return once.times(once);
        }

        @Override
        public Length focused() {
            return excitation;
        }

        @Override
        public double lateralBand(Lens lens) {
            return 4 * lens.aperture() / excitation.nanometres();
        }

        @Override
        public double axialBand(Lens lens) {
            return 2 * lens.axialBand() / excitation.nanometres();
        }

        @Override
        public boolean keepsCone() {
            return false;
        }

        @Override
        public double depth(Lens lens) {
            return 8 / axialBand(lens);
        }
    }

    /**
     * A sheet of light across the axis lights the plane in focus; its profile along the axis is a Gaussian.
     *
     * @param emission wavelength that is gathered
     * @param thickness full width at half maximum of the sheet
     */
    record LightSheet(Length emission, Length thickness) implements Imaging {
        @Override
        public RadialIntensity image(Lens lens, RadialGrid grid) {
            double middle = new Focus(lens, emission).brightest();
            double[] lit = Arrays.stream(grid.stage().toDoubles())
                    .map(z -> (z - middle) / thickness.nanometres())
                    .map(widths -> Math.exp(-4 * Math.log(2) * widths * widths))
                    .toArray();
            return new Focus(lens, emission).on(grid).weighted(lit);
        }

        @Override
        public Length focused() {
            return emission;
        }

        @Override
        public double lateralBand(Lens lens) {
            return 2 * lens.aperture() / emission.nanometres();
        }

        @Override
        public double axialBand(Lens lens) {
            return lens.axialBand() / emission.nanometres() + 1 / thickness.nanometres();
        }

        @Override
        public boolean keepsCone() {
            return true;
        }

        @Override
        public double depth(Lens lens) {
            return Math.min(3 * emission.nanometres() / lens.axialBand(), 1.5 * thickness.nanometres());
        }
    }
}
