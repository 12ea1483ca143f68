package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.acutance.math.linear.Grid;
import org.acutance.math.optimize.Term;

/**
 * Total generalised variation of second order (Bredies, Kunisch &amp; Pock 2010): the least
 * {@code |Dx - w| + ratio |Ew|} over vector fields w, with the symmetrised derivative E. Planes cost nothing.
 *
 * @param ratio weight of the second derivatives against the first
 * @param accuracy relative accuracy of the inner minimisation over w
 * @param voxel distance of neighbours, one or one per axis
 */
record GeneralisedVariation(double ratio, double accuracy, List<Double> voxel) implements Prior {
    @Override
    public Optional<List<Term>> terms(Domain domain) {
        Grid grid = domain.grid(voxel);
        double bound = Math.sqrt(grid.spacing().stream()
                .flatMapToDouble(spacing -> DoubleStream.of(4 / (spacing * spacing)))
                .sum());
        return Optional.of(List.of(
                new Term(grid.gradient(), new LeastVariation(grid.symmetrisedGradient(), bound, ratio, accuracy))));
    }
}
