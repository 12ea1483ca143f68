package org.acutance.deblur.optics;

/**
 * The light that a lens brings to a point, or gathers from one.
 *
 * @param lens with its media
 * @param wavelength in vacuum
 */
record Focus(Lens lens, Length wavelength) {
    private static final int LEAST_NODES = 40;
    // A node for every 0.6 radians of phase, twice what Gauss and Legendre need to converge.
    private static final double NODES_PER_RADIAN = 0.6;
    private static final int SCAN = 400;
    private static final int HALVINGS = 40;

    /** Radians per nm in vacuum. */
    double wavenumber() {
        return 2 * Math.PI / wavelength.nanometres();
    }

    RadialIntensity on(RadialGrid grid) {
        return RadialIntensity.focus(pupil(grid.radius(), grid.reach()), grid);
    }

    private Pupil pupil(double radius, double reach) {
        double phase = wavenumber()
                * (lens.edge() * radius
                        + lens.axialBand() * reach
                        + Math.abs(lens.model().path(lens, lens.edge())));
        return lens.model().pupil(lens, wavenumber(), LEAST_NODES + (int) (NODES_PER_RADIAN * phase));
    }

    /**
     * The stage position of the brightest plane, in nm from that of the paraxial focus. It is searched where rays from
     * the axis to the edge are in phase with the axis, and a little beyond.
     */
    double brightest() {
        double marginal = -lens.model().path(lens, lens.edge()) / lens.axialBand();
        if (marginal == 0) {
            return 0;
        }
        double depth = wavelength.nanometres() / lens.axialBand();
        double low = Math.min(0, 1.5 * marginal) - depth;
        double high = Math.max(0, 1.5 * marginal) + depth;
        Pupil pupil = pupil(0, Math.max(-low, high));
        int scan = SCAN + (int) (8 * (high - low) / depth);
        double step = (high - low) / scan;
        double best = low;
        for (int i = 1; i <= scan; i++) {
            best = pupil.onAxis(low + i * step) > pupil.onAxis(best) ? low + i * step : best;
        }
        return refined(pupil, best, step);
    }

    private static double refined(Pupil pupil, double start, double width) {
        double best = start;
        double step = width;
        for (int i = 0; i < HALVINGS; i++) {
            step /= 2;
            double lower = pupil.onAxis(best - step);
            double upper = pupil.onAxis(best + step);
            double here = pupil.onAxis(best);
            best = lower > here && lower >= upper ? best - step : upper > here ? best + step : best;
        }
        return best;
    }
}
