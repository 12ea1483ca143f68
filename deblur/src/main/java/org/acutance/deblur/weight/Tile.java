package org.acutance.deblur.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.Spread;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The part of a large problem on which its weight is found: of tiles that overlap by half the one with most structure. A
 * weight is worth the same on a part as on the whole, as data and prior both grow with the number of samples; what lies
 * beyond the tile is unknown.
 */
final class Tile {
    private static final long MOST_SAMPLES = 1 << 16;

    private final NdArray values;
    private final int[] extents;
    private double mostStructure = -1;
    private List<IndexMap> best = List.of();

    private Tile(NdArray values) {
        this.values = values;
        this.extents = values.shape().extents();
        while (Shape.of(extents).size() > MOST_SAMPLES) {
            int longest = 0;
            for (int axis = 1; axis < extents.length; axis++) {
                longest = extents[axis] > extents[longest] ? axis : longest;
            }
            extents[longest] = (extents[longest] + 1) / 2;
        }
    }

    /** The problem itself if it is not large. */
    static Problem of(Problem problem, NdArray variance) {
        NdArray values = problem.observation().filled();
        Tile tile = new Tile(values);
        if (Shape.of(tile.extents).equals(values.shape())) {
            return problem.with(problem.data().near(problem.observation(), variance));
        }
        tile.search(new ArrayList<>());
        return tile.part(problem, variance);
    }

    /** Tries every place whose first indices are given by the maps so far. */
    private void search(List<IndexMap> maps) {
        int axis = maps.size();
        if (axis == extents.length) {
            compare(maps);
            return;
        }
        int extent = values.shape().extent(axis);
        int stride = Math.max(1, extents[axis] / 2);
        for (int from = 0; from + extents[axis] <= extent; from += stride) {
            List<IndexMap> longer = new ArrayList<>(maps);
            longer.add(IndexMap.slice(extent, from, from + extents[axis], 1));
            search(longer);
        }
    }

    private void compare(List<IndexMap> maps) {
        NdArray part = values.gather(maps);
        double structure = Spread.energy(part);
        if (structure > mostStructure) {
            mostStructure = structure;
            best = maps;
        }
    }

    private Problem part(Problem problem, NdArray variance) {
        Observation whole = problem.observation();
        Optional<NdArray> weights = whole.weights().map(given -> given.gather(best));
        Observation observation = new Observation(values.gather(best), weights, whole.psf());
        NdArray background = problem.formation().background();
        Formation formation = Boundaries.CATALOGUE
                .create("unknown")
                .formation(whole.kernel().to(values.precision()), Shape.of(extents))
                .with(
                        problem.formation().gain(),
                        background.rank() == 0
                                ? background
                                : background.broadcastTo(values.shape()).gather(best));
        return new Problem(
                observation, formation, problem.data().near(observation, variance.gather(best)), problem.prior());
    }
}
