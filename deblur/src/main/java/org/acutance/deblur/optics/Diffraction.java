package org.acutance.deblur.optics;

/** How the light near the focus of a lens is computed. */
public enum Diffraction {
    /** Scalar, paraxial, one medium (Born and Wolf, Principles of Optics, 8.8). Media but the immersion do not count. */
    BORN_WOLF {
        @Override
        double axial(Lens lens, double sine) {
            double index = lens.media().immersion();
            return index - sine * sine / (2 * index);
        }

        @Override
        double path(Lens lens, double sine) {
            return 0;
        }

        @Override
        Pupil pupil(Lens lens, double wavenumber, int nodes) {
            return scalar(lens, wavenumber, nodes, sine -> 1);
        }
    },
    /** Scalar, with the aberrations of layers that are not those of the design (Gibson and Lanni 1992). */
    GIBSON_LANNI {
        @Override
        Pupil pupil(Lens lens, double wavenumber, int nodes) {
            return scalar(lens, wavenumber, nodes, sine -> lens.media().attenuation(sine, wavenumber));
        }
    },
    /**
     * Vectorial, of light without a preferred direction (Richards and Wolf 1959), with the same aberrations and with
     * Fresnel's transmission through the layers (Török and Varga 1997; Aguet et al. 2009). Rays beyond the sample's
     * critical angle are left out.
     */
    RICHARDS_WOLF {
        @Override
        Pupil pupil(Lens lens, double wavenumber, int nodes) {
            return vectorial(lens, wavenumber, nodes);
        }
    };

    /** What a ray adds to the phase per length of stage movement: index times cosine in the immersion. */
    double axial(Lens lens, double sine) {
        return Media.axial(lens.media().immersion(), sine);
    }

    /** The aberration of a ray, in nm. */
    double path(Lens lens, double sine) {
        return lens.media().path(sine);
    }

    /** The rays, by a quadrature of that many nodes. */
    abstract Pupil pupil(Lens lens, double wavenumber, int nodes);

    private interface Transmission {
        double of(double sine);
    }

    /**
     * The integral over the aperture in the angle within the sample, and beyond the critical angle in that angle's
     * imaginary part: the path is smooth in both, but not in the sine.
     */
    private static Pupil scalar(Lens lens, double wavenumber, int nodes, Transmission transmission) {
        double index = lens.media().sample();
        double aperture = lens.aperture();
        boolean evanescent = aperture > index;
        GaussLegendre real = new GaussLegendre(nodes, 0, Math.asin(Math.min(aperture, index) / index));
        double ratio = Math.max(1, aperture / index);
        GaussLegendre beyond = new GaussLegendre(nodes, 0, Math.log(ratio + Math.sqrt(ratio * ratio - 1)));
        Pupil.Builder pupil = new Pupil.Builder(lens, wavenumber, evanescent ? 2 * nodes : nodes, 1);
        double area = aperture * aperture / 2;
        for (int q = 0; q < nodes; q++) {
            double angle = real.node(q);
            double sine = index * Math.sin(angle);
            pupil.ray(sine, real.weight(q) * index * Math.cos(angle) * sine / area * transmission.of(sine));
        }
        for (int q = 0; evanescent && q < nodes; q++) {
            double angle = beyond.node(q);
            double sine = index * Math.cosh(angle);
            pupil.ray(sine, beyond.weight(q) * index * Math.sinh(angle) * sine / area * transmission.of(sine));
        }
        return pupil.build();
    }

    private static Pupil vectorial(Lens lens, double wavenumber, int nodes) {
        Media media = lens.media();
        double widest = Math.asin(lens.edge() / media.immersion());
        GaussLegendre rule = new GaussLegendre(nodes, 0, widest);
        Pupil.Builder pupil = new Pupil.Builder(lens, wavenumber, nodes, 3);
        for (int q = 0; q < nodes; q++) {
            double angle = rule.node(q);
            double sine = media.immersion() * Math.sin(angle);
            double cosine = Media.axial(media.sample(), sine) / media.sample();
            double weight = rule.weight(q) * Math.sqrt(Math.cos(angle)) * Math.sin(angle);
            double s = perpendicular(media.sample(), media.coverslip(), sine)
                    * perpendicular(media.coverslip(), media.immersion(), sine);
            double p = parallel(media.sample(), media.coverslip(), sine)
                    * parallel(media.coverslip(), media.immersion(), sine);
            pupil.ray(
                    sine,
                    weight * (s + p * cosine),
                    weight * Math.sqrt(2) * p * sine / media.sample(),
                    weight * (s - p * cosine));
        }
        return pupil.build();
    }

    /** Fresnel's transmitted amplitude, field perpendicular to the plane of incidence. */
    private static double perpendicular(double from, double to, double sine) {
        double incident = Media.axial(from, sine);
        return 2 * incident / (incident + Media.axial(to, sine));
    }

    /** Fresnel's transmitted amplitude, field in the plane of incidence. */
    private static double parallel(double from, double to, double sine) {
        double incident = Media.axial(from, sine);
        return 2 * incident / (incident * to / from + Media.axial(to, sine) * from / to);
    }
}
