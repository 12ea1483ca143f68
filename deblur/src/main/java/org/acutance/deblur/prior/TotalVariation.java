package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Term;

/**
 * The sum of the absolute values of the gradient (Rudin, Osher &amp; Fatemi 1992).
 *
 * @param form which differences make one absolute value
 * @param voxel distance of neighbours, one or one per axis
 */
record TotalVariation(Form form, List<Double> voxel) implements Prior {
    /** Which differences make one absolute value. */
    enum Form {
        /** Those of a pixel along all axes: the norm of the gradient there. */
        ISOTROPIC,
        /** Each by itself, along the axes. */
        ANISOTROPIC,
        /** Those of a pixel along all axes in all channels (Bresson &amp; Chan 2008). */
        VECTORIAL
    }

    /** The difference about which kinks are rounded, as the default of {@code smoothed-tv}. */
    private static final double EPS = 0.01;

    @Override
    public Prior rounded() {
        Profile profile = new Hyperbolic(EPS);
        return form == Form.ISOTROPIC ? new SmoothVariation(profile, voxel) : new Rounded(this, profile);
    }

    private LinearMap slopes(Grid grid) {
        return form == Form.VECTORIAL ? grid.jointGradient() : grid.gradient();
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        Grid grid = domain.grid(voxel);
        return Optional.of(
                List.of(new Term(slopes(grid), form == Form.ANISOTROPIC ? new L1Norm(1) : new GroupNorm(1))));
    }

    @Override
    public boolean couplesChannels() {
        return form == Form.VECTORIAL;
    }

    /**
     * Total variation of another form than the isotropic with {@code profile} of the lengths for the lengths.
     *
     * @param sharp the lengths
     * @param profile their smooth function
     */
    private record Rounded(TotalVariation sharp, Profile profile) implements Prior {
        @Override
        public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
            LinearMap slopes = sharp.slopes(domain.grid(sharp.voxel));
            return Optional.of(
                    x -> profile.at(squares(slopes.apply(x).square())).sum());
        }

        private Tensor squares(Tensor each) {
            return sharp.form == Form.ANISOTROPIC ? each : each.sum(0);
        }

        @Override
        public boolean couplesChannels() {
            return sharp.couplesChannels();
        }
    }
}
