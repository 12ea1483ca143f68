package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.linear.Grid;
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

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        Grid grid = domain.grid(voxel);
        return Optional.of(List.of(
                switch (form) {
                    case ISOTROPIC -> new Term(grid.gradient(), new GroupNorm(1));
                    case ANISOTROPIC -> new Term(grid.gradient(), new L1Norm(1));
                    case VECTORIAL -> new Term(grid.jointGradient(), new GroupNorm(1));
                }));
    }

    @Override
    public boolean couplesChannels() {
        return form == Form.VECTORIAL;
    }
}
