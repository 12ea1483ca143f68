package org.acutance.math.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.acutance.math.array.Shape;

/**
 * The lattice of an array's elements, and the finite differences on it. At a periodic border they wrap around, and the
 * maps are {@link CirculantMap}s; at another one a difference that would need an element beyond the border is 0.
 *
 * @param shape shape of the arrays
 * @param channelAxes number of leading axes along which nothing is differenced
 * @param spacing distance between neighbours along each of the other axes, slowest first, in any unit
 * @param periodic whether the border is periodic
 */
public record Grid(Shape shape, int channelAxes, List<Double> spacing, boolean periodic) {
    /**
     * A lattice; the list is copied.
     *
     * @throws IllegalArgumentException if no axis is left to differ along, or there is not one spacing for each
     */
    public Grid {
        spacing = List.copyOf(spacing);
        int axes = shape.rank() - channelAxes;
        if (axes < 1) {
            throw new IllegalArgumentException("grid: shape " + shape + " with " + channelAxes
                    + " axes of channels has no axis to differ along; give at least one");
        }
        if (spacing.size() != axes) {
            throw new IllegalArgumentException(
                    "grid: got " + spacing.size() + " spacings, expected " + axes + "; give one per axis");
        }
    }

    /** A lattice of distance 1 along every axis. */
    public static Grid of(Shape shape, boolean periodic) {
        return new Grid(
                shape, 0, IntStream.range(0, shape.rank()).mapToObj(i -> 1.0).toList(), periodic);
    }

    /** Number of axes along which differences are taken. */
    public int axes() {
        return spacing.size();
    }

    private int axis(int i) {
        return channelAxes + i;
    }

    /**
     * Forward differences {@code (x[i + 1] - x[i]) / spacing} along every axis, stacked along a new first axis: the
     * range is {@code [axes × shape]}.
     */
    public LinearMap gradient() {
        return map("gradient", differences(), stacked(axes()));
    }

    /** The differences of {@link #gradient()} row by row. */
    public Slopes slopes() {
        return new Slopes(this);
    }

    /** As {@link #gradient()}, with the channels stacked along the first axis too: {@code [axes·channels × space]}. */
    public LinearMap jointGradient() {
        int[] extents = shape.extents();
        int channels = IntStream.of(extents).limit(channelAxes).reduce(1, (a, b) -> a * b);
        int[] joint = IntStream.concat(
                        IntStream.of(axes() * channels), IntStream.of(extents).skip(channelAxes))
                .toArray();
        return map("gradient", differences(), Shape.of(joint));
    }

    private List<Stencil> differences() {
        return perAxis(i -> Stencil.pair(shape.rank(), axis(i), -1 / spacing.get(i), 1 / spacing.get(i)));
    }

    /** Means of neighbours, {@code (x[i + 1] + x[i]) / 2}, in the places of {@link #gradient()}. */
    public LinearMap means() {
        return map("means", perAxis(i -> Stencil.pair(shape.rank(), axis(i), 0.5, 0.5)), stacked(axes()));
    }

    /**
     * The second derivatives by twice taken forward differences (Lefkimmiatis, Ward &amp; Unser 2013, section IV-A),
     * stacked along a new first axis: 00, 01, 02, 11, 12, 22 in three dimensions. Those by two axes are times sqrt(2),
     * so that the norm of the stack is the Frobenius norm of the matrix.
     */
    public LinearMap hessian() {
        List<Stencil> stencils = perPair((a, b) -> Stencil.second(shape.rank(), axis(a), axis(b))
                .times((a == b ? 1 : Math.sqrt(2)) / (spacing.get(a) * spacing.get(b))));
        return map("hessian", stencils, stacked(stencils.size()));
    }

    /**
     * The symmetrised derivative of vector fields {@code [axes × shape]}, stacked as {@link #hessian()}: of a gradient
     * it is that. It has no circulant products, as it mixes the components of a field.
     */
    public LinearMap symmetrisedGradient() {
        List<Stencil> stencils = perPair(this::symmetrised);
        StencilPass pass = new StencilPass(shape, axes(), stencils, periodic);
        return new StencilMap("symmetrised gradient", pass, stacked(axes()), stacked(stencils.size()));
    }

    private Stencil symmetrised(int a, int b) {
        double factor = a == b ? 0.5 : Math.sqrt(0.5);
        Shape none = Shape.of(new int[shape.rank()]);
        return Stencil.symmetrised(
                shape.rank(),
                axis(a),
                axis(b),
                new Stencil.Tap(a, none, factor / spacing.get(b)),
                new Stencil.Tap(b, none, factor / spacing.get(a)));
    }

    /** Minus the sum of the second derivatives along all axes: the adjoint of the gradient after the gradient. */
    public LinearMap laplacian() {
        return typed(periodic -> new NormalMap("laplacian", with(periodic).gradient()));
    }

    /**
     * The undecimated wavelet transform (algorithme à trous; Mallat 2009, section 5.2.2), details from fine to coarse and
     * the approximation last, stacked along a new first axis; spacings play no part. At a periodic border the frame is
     * tight, {@code adjoint(apply(x)) = x}; at another one every approximation goes on by reflection.
     *
     * @param levels number of levels, from 1 to 16
     * @throws IllegalArgumentException if the number of levels is outside that range
     */
    public LinearMap wavelets(Wavelet wavelet, int levels) {
        if (levels < 1 || levels > 16) {
            throw new IllegalArgumentException("wavelet frame: got " + levels + " levels; give from 1 to 16");
        }
        return typed(periodic -> new WaveletFrame(shape, channelAxes, wavelet, levels, periodic));
    }

    private Shape stacked(int arrays) {
        int[] extents = shape.expandedTo(shape.rank() + 1).extents();
        extents[0] = arrays;
        return Shape.of(extents);
    }

    private LinearMap map(String name, List<Stencil> stencils, Shape range) {
        return typed(periodic -> new StencilMap(name, new StencilPass(shape, 1, stencils, periodic), shape, range));
    }

    private Grid with(boolean otherPeriodic) {
        return new Grid(shape, channelAxes, spacing, otherPeriodic);
    }

    /** A map that is circulant where the border is periodic; {@code map} makes it for either border. */
    private LinearMap typed(Function<Boolean, LinearMap> map) {
        CirculantMap circulant = new Circulant(map.apply(true));
        return periodic ? circulant : new NearlyCirculant(map.apply(false), circulant);
    }

    private List<Stencil> perAxis(IntFunction<Stencil> stencil) {
        return IntStream.range(0, axes()).mapToObj(stencil).toList();
    }

    /** A stencil for two axes. */
    private interface OfPair {
        Stencil of(int a, int b);
    }

    private List<Stencil> perPair(OfPair stencil) {
        List<Stencil> stencils = new ArrayList<>();
        for (int a = 0; a < axes(); a++) {
            for (int b = a; b < axes(); b++) {
                stencils.add(stencil.of(a, b));
            }
        }
        return stencils;
    }
}
