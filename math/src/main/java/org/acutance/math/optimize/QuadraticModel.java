package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * Parabolas that have the values of the objective and the constraints at twice as many points as unknowns and one more.
 * What the points leave open is as it was before: the second derivatives change as little as they can (Powell's symmetric
 * Broyden update, Mathematical Programming 100, 2004; Ragonneau, thesis, The Hong Kong Polytechnic University, 2022).
 */
final class QuadraticModel implements DirectModel {
    /** So many times as large is the square of a gradient that the other model doubts. */
    private static final double STEEP = 10;

    private final double[][] edges;
    private final double[] changes;
    private final double[] distances;
    private final double[][] directions;
    private final double[] excesses;
    private final double[][] gradients;
    private final double[][][] hessians;
    private final double[][] lagrange;
    private final double scale;
    private final double radius;
    private final double reach;

    QuadraticModel(Interpolation state, FreeElements free) {
        List<DirectPoint> points = state.points();
        DirectPoint best = points.get(0);
        this.radius = state.radius();
        this.reach = state.reach();
        this.edges = points.stream()
                .skip(1)
                .map(point -> free.between(best.x(), point.x()))
                .toArray(double[][]::new);
        this.distances = Arrays.stream(edges).mapToDouble(DenseSystem::norm).toArray();
        this.scale = Arrays.stream(distances).min().orElse(1);
        this.directions = new double[edges.length][];
        for (int i = 0; i < directions.length; i++) {
            double distance = distances[i];
            directions[i] =
                    Arrays.stream(edges[i]).map(element -> element / distance).toArray();
        }
        this.lagrange = DenseSystem.inverse(system(free.size()));
        this.excesses = best.excesses().toDoubles();
        double[] values = DirectModel.moderated(
                points.stream().mapToDouble(DirectPoint::value).toArray());
        this.changes =
                Arrays.stream(values).skip(1).map(value -> value - values[0]).toArray();
        this.gradients = new double[excesses.length + 1][];
        this.hessians = new double[excesses.length + 1][][];
        for (int k = 0; k < gradients.length; k++) {
            int row = k - 1;
            ToDoubleFunction<DirectPoint> quantity =
                    k == 0 ? DirectPoint::value : point -> point.excesses().get(row);
            fit(k, DirectModel.moderated(points.stream().mapToDouble(quantity).toArray()), state.curvatures());
        }
    }

    /**
     * The equations of the multipliers of all points but the best one, at which all is 0, and of the slope (Powell 2004,
     * (2.14)), each in units of its distance.
     */
    private double[][] system(int unknowns) {
        int others = edges.length;
        double[][] system = new double[others + unknowns][others + unknowns];
        for (int i = 0; i < others; i++) {
            for (int j = 0; j < others; j++) {
                double cosine = DenseSystem.dot(directions[i], directions[j]);
                system[i][j] = cosine * cosine / 2;
            }
            for (int j = 0; j < unknowns; j++) {
                system[i][others + j] = directions[i][j] * scale / distances[i];
                system[others + j][i] = system[i][others + j];
            }
        }
        return system;
    }

    private void fit(int function, double[] values, List<NdArray> before) {
        int unknowns = edges[0].length;
        double[][] hessian = new double[unknowns][unknowns];
        for (int i = 0; i < unknowns && !before.isEmpty(); i++) {
            before.get(function).read(i * unknowns, hessian[i], 0, unknowns);
        }
        double[] left = new double[lagrange.length];
        for (int i = 0; i < edges.length; i++) {
            double known = DenseSystem.dot(DenseSystem.times(hessian, edges[i]), edges[i]) / 2;
            left[i] = (values[i + 1] - values[0] - known) / (distances[i] * distances[i]);
        }
        double[] found = DenseSystem.times(lagrange, left);
        for (int i = 0; i < edges.length; i++) {
            add(hessian, found[i], directions[i]);
        }
        gradients[function] = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            gradients[function][i] = found[edges.length + i] * scale;
        }
        hessians[function] = hessian;
    }

    private static void add(double[][] matrix, double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                matrix[i][j] += factor * vector[i] * vector[j];
            }
        }
    }

    @Override
    public boolean isRegular() {
        return Arrays.stream(gradients).allMatch(gradient -> Double.isFinite(DenseSystem.norm(gradient)))
                && Arrays.stream(hessians)
                        .flatMap(Arrays::stream)
                        .allMatch(row -> Double.isFinite(DenseSystem.norm(row)));
    }

    @Override
    public boolean isSteep() {
        double[] left = Arrays.copyOf(changes, lagrange.length);
        for (int i = 0; i < edges.length; i++) {
            left[i] /= distances[i] * distances[i];
        }
        double[] found = DenseSystem.times(lagrange, left);
        double[] flatter = Arrays.copyOfRange(found, edges.length, found.length);
        return DenseSystem.norm(gradients[0]) >= Math.sqrt(STEEP) * scale * DenseSystem.norm(flatter);
    }

    @Override
    public List<NdArray> curvatures() {
        List<NdArray> matrices = new ArrayList<>();
        for (double[][] hessian : hessians) {
            double[] elements =
                    Arrays.stream(hessian).flatMapToDouble(Arrays::stream).toArray();
            matrices.add(NdArray.of(elements, hessian.length, hessian.length));
        }
        return matrices;
    }

    private double change(int function, double... step) {
        return DenseSystem.dot(gradients[function], step)
                + DenseSystem.dot(DenseSystem.times(hessians[function], step), step) / 2;
    }

    @Override
    public double change(double... step) {
        return change(0, step);
    }

    @Override
    public double violation(double... step) {
        return Math.max(0, Arrays.stream(excesses(step)).max().orElse(0));
    }

    private double[] excesses(double... step) {
        double[] after = excesses.clone();
        for (int k = 0; k < after.length; k++) {
            after[k] += change(k + 1, step);
        }
        return after;
    }

    @Override
    public double[] step(double[] down, double[] up, double penalty) {
        double[][] rows = Arrays.copyOfRange(gradients, 1, gradients.length);
        QuadraticRegion region = new QuadraticRegion(rows, excesses, down, up, reach);
        double[] step = region.least(gradients[0], lagrangian(down, up));
        if (rows.length == 0) {
            return step;
        }
        double[] bent = region.corrected(step, excesses(step));
        return promised(penalty, bent) > promised(penalty, step) ? bent : step;
    }

    /** The second derivatives of the objective and, by their multipliers, of the constraints that may hold. */
    private double[][] lagrangian(double[] down, double[] up) {
        double[][] sum = hessians[0];
        double[] multipliers = multipliers(down, up);
        for (int k = 0; k < multipliers.length; k++) {
            double[][] other = hessians[k + 1];
            double[][] added = new double[sum.length][];
            for (int i = 0; i < added.length; i++) {
                added[i] = DenseSystem.plusScaled(sum[i], multipliers[k], other[i]);
            }
            sum = added;
        }
        return sum;
    }

    /** Multipliers, none negative, that leave least of the gradient. */
    private double[] multipliers(double[] down, double[] up) {
        List<double[]> columns = new ArrayList<>();
        for (int k = 0; k < excesses.length; k++) {
            double[] row = gradients[k + 1];
            boolean holds = excesses[k] + DenseSystem.norm(row) * reach >= 0;
            columns.add(holds ? row : new double[row.length]);
        }
        for (int i = 0; i < down.length; i++) {
            double[] unit = new double[down.length];
            unit[i] = up[i] == 0 ? 1 : -1;
            if (up[i] == 0 || down[i] == 0) {
                columns.add(unit);
            }
        }
        double[] target = Arrays.stream(gradients[0]).map(element -> -element).toArray();
        double[] found = NonNegativeLeastSquares.solve(columns.toArray(double[][]::new), target);
        return Arrays.copyOf(found, excesses.length);
    }

    @Override
    public int worst() {
        int far = -1;
        double furthest = Math.max(reach, 2 * radius) * (1 + 1e-9);
        for (int j = 0; j < edges.length; j++) {
            double distance = DenseSystem.norm(edges[j]);
            far = distance > furthest ? j : far;
            furthest = Math.max(distance, furthest);
        }
        return far;
    }

    /** The parabola that is 1 at a point and 0 at all others, at a step from the best one. */
    private double lagrange(int point, double... step) {
        double sum = 0;
        for (int i = 0; i < edges.length; i++) {
            double along = DenseSystem.dot(directions[i], step);
            sum += lagrange[point][i] * along * along / 2;
        }
        for (int i = 0; i < step.length; i++) {
            sum += lagrange[point][edges.length + i] * step[i] * scale;
        }
        return sum / (distances[point] * distances[point]);
    }

    /** Where the point's parabola is largest, either way, of steps uphill, to the other points and along the axes. */
    @Override
    public double[] better(int point, double[] down, double[] up, double penalty) {
        double length = Math.max(reach / 10, radius);
        int unknowns = down.length;
        List<double[]> directions = new ArrayList<>(List.of(edges));
        directions.add(Arrays.copyOfRange(lagrange[point], edges.length, lagrange[point].length));
        for (int i = 0; i < unknowns; i++) {
            double[] axis = new double[unknowns];
            axis[i] = 1;
            directions.add(axis);
        }
        double[] best = new double[unknowns];
        for (double[] direction : directions) {
            for (double to : new double[] {-length, -length / 2, length / 2, length}) {
                double[] step = clipped(direction, to, down, up);
                best = Math.abs(lagrange(point, step)) > Math.abs(lagrange(point, best)) ? step : best;
            }
        }
        return best;
    }

    private static double[] clipped(double[] direction, double length, double[] down, double[] up) {
        double norm = DenseSystem.norm(direction);
        double[] step = new double[direction.length];
        for (int i = 0; i < step.length; i++) {
            double free = norm > 0 ? direction[i] / norm * length : 0;
            step[i] = Math.min(Math.max(free, down[i]), up[i]);
        }
        return step;
    }

    /** Far from the best point, and where the new one makes much of a difference. */
    @Override
    public int leaving(double[] step, boolean better) {
        int leaving = -1;
        double most = 0;
        for (int j = 0; j < edges.length; j++) {
            double[] to = better ? DenseSystem.plusScaled(edges[j], -1, step) : edges[j];
            double far = Math.max(1, Math.pow(DenseSystem.norm(to) / Math.max(reach / 10, radius), 6));
            double weight = far * Math.abs(lagrange(j, step));
            leaving = weight > most ? j : leaving;
            most = Math.max(weight, most);
        }
        return leaving;
    }
}
