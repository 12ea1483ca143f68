package org.acutance.bench;

import java.util.Arrays;
import java.util.Random;
import org.acutance.deblur.image.PoissonNoise;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A drawn specimen with filaments, beads and shells, as a widefield microscope shows it. */
final class SimulatedVolume {
    /** Photons of a voxel of brightness 1. */
    private static final double PEAK = 200;

    private static final double BACKGROUND = 0.02;
    private static final int FILAMENTS = 8;
    private static final int BEADS = 20;
    private static final int SHELLS = 5;
    private static final double BEND = 0.15;
    private static final long SEED = 2015;

    private final Shape shape;
    private final double[] values;
    private final Random random = new Random(SEED);

    private SimulatedVolume(Shape shape) {
        this.shape = shape;
        this.values = new double[shape.size()];
        Arrays.fill(values, BACKGROUND);
    }

    /**
     * The specimen with its light counted; it goes on beyond the frame.
     *
     * @param psf written form of the microscope's point spread function
     * @param planes extent of the frame along z
     * @param side extent along y and x
     */
    static Blurred observed(String psf, int planes, int side) {
        NdArray kernel = Psfs.catalogue().create(psf).forRank(3).kernel();
        Shape around = kernel.shape();
        SimulatedVolume drawn = new SimulatedVolume(
                Shape.of(planes + around.extent(0) - 1, side + around.extent(1) - 1, side + around.extent(2) - 1));
        Blurred clean = Blurred.beyondFrame(drawn.scene(), kernel);
        return clean.observedAs(new PoissonNoise(PEAK).addTo(Blurred.light(clean.observed()), SEED));
    }

    private NdArray scene() {
        for (int i = 0; i < FILAMENTS; i++) {
            filament();
        }
        for (int i = 0; i < BEADS; i++) {
            ball(place(), 0, 1 + 1.5 * random.nextDouble(), 1);
        }
        for (int i = 0; i < SHELLS; i++) {
            double radius = 5 + 5 * random.nextDouble();
            ball(place(), radius - 1, radius + 0.5, 0.6);
        }
        return NdArray.of(values, shape);
    }

    private double[] place() {
        double[] place = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = random.nextDouble() * shape.extent(axis);
        }
        return place;
    }

    /** A thin curve whose direction changes little by little. */
    private void filament() {
        double[] at = place();
        double[] direction = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            direction[axis] = random.nextGaussian();
        }
        for (int step = 0; step < 2 * shape.extent(2); step++) {
            double length =
                    Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
            for (int axis = 0; axis < 3; axis++) {
                direction[axis] = direction[axis] / length + BEND * random.nextGaussian();
                at[axis] += direction[axis] / 2;
            }
            ball(at, 0, 1, 0.8);
        }
    }

    /** Voxels between two distances, that along z doubled as voxels are twice as high as wide. */
    private void ball(double[] middle, double inner, double outer, double brightness) {
        int reach = (int) Math.ceil(outer);
        for (int z = (int) middle[0] - reach; z <= middle[0] + reach; z++) {
            for (int y = (int) middle[1] - reach; y <= middle[1] + reach; y++) {
                for (int x = (int) middle[2] - reach; x <= middle[2] + reach; x++) {
                    double distance =
                            Math.sqrt(4 * square(z - middle[0]) + square(y - middle[1]) + square(x - middle[2]));
                    if (distance >= inner && distance <= outer) {
                        raise(z, y, x, brightness);
                    }
                }
            }
        }
    }

    private void raise(int z, int y, int x, double brightness) {
        boolean within =
                z >= 0 && z < shape.extent(0) && y >= 0 && y < shape.extent(1) && x >= 0 && x < shape.extent(2);
        if (within) {
            int at = (z * shape.extent(1) + y) * shape.extent(2) + x;
            values[at] = Math.max(values[at], brightness);
        }
    }

    private static double square(double number) {
        return number * number;
    }
}
