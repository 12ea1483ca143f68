package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * Linear functions that have the values of the objective and the constraints at the vertices of a simplex (Powell, in
 * Gomez and Hennart, Advances in Optimization and Numerical Analysis, 1994).
 */
final class SimplexModel implements DirectModel {
    /** The least share of the radius by which a vertex is away from the others' plane, and the largest by which from the best. */
    private static final double FLAT = 0.25;

    private static final double FAR = 2.1;
    /** The share of the radius at which a vertex is put that makes a simplex better. */
    private static final double BETTER = 0.5;

    private final double[][] edges;
    private final double[][] normals;
    private final double[] slope;
    private final double[][] rows;
    private final double[] excesses;
    private final double radius;

    SimplexModel(Interpolation state, FreeElements free) {
        List<DirectPoint> vertices = state.points();
        DirectPoint best = vertices.get(0);
        this.radius = state.reach();
        this.edges = vertices.stream()
                .skip(1)
                .map(vertex -> free.between(best.x(), vertex.x()))
                .toArray(double[][]::new);
        this.normals = DenseSystem.transposed(DenseSystem.inverse(edges));
        this.slope = slope(vertices, DirectPoint::value);
        this.excesses = best.excesses().toDoubles();
        this.rows = new double[excesses.length][];
        for (int k = 0; k < rows.length; k++) {
            int row = k;
            rows[k] = slope(vertices, vertex -> vertex.excesses().get(row));
        }
    }

    private double[] slope(List<DirectPoint> vertices, ToDoubleFunction<DirectPoint> quantity) {
        double[] values =
                DirectModel.moderated(vertices.stream().mapToDouble(quantity).toArray());
        double[] factors = new double[edges.length];
        for (int j = 0; j < factors.length; j++) {
            factors[j] = values[j + 1] - values[0];
        }
        return DenseSystem.combined(normals, edges.length, factors);
    }

    @Override
    public boolean isRegular() {
        return Double.isFinite(DenseSystem.norm(slope))
                && Arrays.stream(normals).allMatch(normal -> Double.isFinite(DenseSystem.norm(normal)));
    }

    @Override
    public List<NdArray> curvatures() {
        return List.of();
    }

    @Override
    public double[] step(double[] down, double[] up, double penalty) {
        return new LinearRegion(rows, excesses, down, up, radius).least(slope);
    }

    @Override
    public double change(double... step) {
        return DenseSystem.dot(slope, step);
    }

    @Override
    public double violation(double... step) {
        double largest = 0;
        for (int k = 0; k < rows.length; k++) {
            largest = Math.max(largest, excesses[k] + DenseSystem.dot(rows[k], step));
        }
        return largest;
    }

    private double length(int vertex) {
        return DenseSystem.norm(edges[vertex]);
    }

    /** How far a vertex is from the plane of the others. */
    private double height(int vertex) {
        return 1 / DenseSystem.norm(normals[vertex]);
    }

    @Override
    public int worst() {
        int far = -1;
        int flat = -1;
        for (int j = 0; j < edges.length; j++) {
            boolean further = length(j) > (far < 0 ? FAR * radius : length(far));
            far = further ? j : far;
            boolean flatter = height(j) < (flat < 0 ? FLAT * radius : height(flat));
            flat = flatter ? j : flat;
        }
        return far >= 0 ? far : flat;
    }

    /** Away from the plane of the others, to the side that promises more unless bounds leave less than half the room. */
    @Override
    public double[] better(int vertex, double[] down, double[] up, double penalty) {
        double[] one = away(vertex, 1, down, up);
        double[] other = away(vertex, -1, down, up);
        boolean lower = promised(penalty, one) >= promised(penalty, other);
        boolean first = lower
                ? 2 * heightOf(vertex, one) >= heightOf(vertex, other)
                : 2 * heightOf(vertex, other) < heightOf(vertex, one);
        return first ? one : other;
    }

    private double[] away(int vertex, int sign, double[] down, double[] up) {
        double norm = DenseSystem.norm(normals[vertex]);
        double[] step = new double[edges.length];
        for (int i = 0; i < step.length; i++) {
            double free = sign * BETTER * radius * normals[vertex][i] / norm;
            step[i] = Math.min(Math.max(free, down[i]), up[i]);
        }
        return step;
    }

    /** How far a step leads away from the plane of all vertices but one. */
    private double heightOf(int vertex, double... step) {
        return Math.abs(DenseSystem.dot(normals[vertex], step)) * height(vertex);
    }

    @Override
    public int leaving(double[] step, boolean better) {
        int leaving = -1;
        double largest = better ? 0 : 1;
        for (int j = 0; j < edges.length; j++) {
            double share = Math.abs(DenseSystem.dot(normals[j], step));
            leaving = share > largest ? j : leaving;
            largest = Math.max(share, largest);
        }
        double furthest = 1.1 * radius;
        int far = -1;
        for (int j = 0; j < edges.length; j++) {
            double height = heightOf(j, step);
            double length = better ? DenseSystem.norm(DenseSystem.plusScaled(edges[j], -1, step)) : length(j);
            if ((height >= FLAT * radius || height >= height(j)) && length > furthest) {
                furthest = length;
                far = j;
            }
        }
        return far >= 0 ? far : leaving;
    }
}
