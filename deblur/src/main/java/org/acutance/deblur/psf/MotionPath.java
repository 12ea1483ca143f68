package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A movement at constant speed along straight lines between points, in any number of axes. The time spent at a place is
 * shared among the nearest pixels by linear interpolation, so that centroid and time are exact.
 */
final class MotionPath {
    private static final int STEPS_PER_PIXEL = 32;

    private MotionPath() {}

    /**
     * The path, moved so that its centroid in time is in the middle.
     *
     * @param owner for messages
     * @param points at least one, each with a coordinate per axis in pixels, slowest first
     */
    static Psf of(String owner, int rank, List<double[]> points) {
        if (points.isEmpty() || points.stream().anyMatch(point -> point.length != rank)) {
            throw new PsfException(
                    Fault.RANK,
                    owner + ": points of "
                            + points.stream().findFirst().map(p -> p.length).orElse(0)
                            + " coordinates but the image has rank " + rank + "; give one per axis");
        }
        double[] centroid = new double[rank];
        double[] reach = new double[rank];
        visit(points, (place, share) -> {
            for (int axis = 0; axis < rank; axis++) {
                centroid[axis] += share * place[axis];
            }
        });
        points.forEach(
                point -> Arrays.setAll(reach, axis -> Math.max(reach[axis], Math.abs(point[axis] - centroid[axis]))));
        int[] half = Arrays.stream(reach)
                .mapToInt(r -> (int) Math.min(1e6, Math.ceil(r - 1e-9)))
                .toArray();
        Shape shape =
                PerAxis.shape(owner, Arrays.stream(half).map(h -> 2 * h + 1).toArray());
        double[] values = new double[shape.size()];
        visit(points, (place, share) -> {
            double[] at = new double[rank];
            Arrays.setAll(at, axis -> place[axis] - centroid[axis] + half[axis]);
            Splat.add(values, shape, at, share);
        });
        return Psf.normalised(NdArray.of(values, shape), Provenance.DRAWN);
    }

    private interface Visit {
        void at(double[] place, double share);
    }

    /** Every place with its share of the time, which add up to 1. */
    private static void visit(List<double[]> points, Visit visit) {
        double total = IntStream.range(1, points.size())
                .mapToDouble(i -> distance(points.get(i - 1), points.get(i)))
                .sum();
        if (total == 0) {
            visit.at(points.get(0), 1);
        }
        for (int i = 1; i < points.size() && total > 0; i++) {
            double[] from = points.get(i - 1);
            double[] to = points.get(i);
            double length = distance(from, to);
            int steps = (int) Math.ceil(STEPS_PER_PIXEL * length);
            for (int step = 0; step < steps; step++) {
                double t = (step + 0.5) / steps;
                double[] place = new double[from.length];
                Arrays.setAll(place, axis -> from[axis] + t * (to[axis] - from[axis]));
                visit.at(place, length / total / steps);
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(axis -> (a[axis] - b[axis]) * (a[axis] - b[axis]))
                .sum());
    }
}
