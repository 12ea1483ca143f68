package org.acutance.math.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.Convolver;
import org.acutance.math.fft.Circuit;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;

/**
 * The circular convolution with a kernel whose origin is its middle element, by spectra. A kernel larger than the domain
 * wraps around it.
 */
public final class PeriodicConvolution implements CirculantMap {
    private final NdArray kernel;
    private final Fft fft;
    private final Filter forward;
    private final Filter backward;
    private volatile Optional<Spectrum> response = Optional.empty();

    /**
     * A circular convolution.
     *
     * @param kernel of the rank of the domain; its precision is that of the map
     * @param domain shape of what is convolved
     * @throws IllegalArgumentException if the ranks differ
     */
    public PeriodicConvolution(NdArray kernel, Shape domain) {
        this.fft = plan(kernel, domain);
        this.kernel = kernel;
        this.forward = fft.filter(response(kernel, fft));
        this.backward = forward.adjoint();
    }

    private static Fft plan(NdArray kernel, Shape domain) {
        if (kernel.rank() != domain.rank()) {
            throw new IllegalArgumentException("convolve: kernel " + kernel.shape() + " has rank " + kernel.rank()
                    + " but the image " + domain + " has rank " + domain.rank()
                    + "; use a kernel with one axis per axis of the image");
        }
        return Fft.plan(domain, kernel.precision());
    }

    /**
     * The frequency response of the circular convolution with a kernel, as {@link Fft#forward} lays it out, without the rest
     * of the convolution.
     *
     * @param kernel of the rank of the domain
     * @param domain shape of what would be convolved
     * @throws IllegalArgumentException if the ranks differ
     */
    public static Spectrum response(NdArray kernel, Shape domain) {
        return response(kernel, plan(kernel, domain));
    }

    private static Spectrum response(NdArray kernel, Fft fft) {
        return fft.forward(kernel.scatter(places(kernel.shape(), fft.shape())));
    }

    /** Where each element of the kernel stands when its middle is at index 0. */
    private static List<IndexMap> places(Shape kernel, Shape domain) {
        List<IndexMap> maps = new ArrayList<>();
        for (int axis = 0; axis < kernel.rank(); axis++) {
            int extent = domain.extent(axis);
            int middle = kernel.extent(axis) / 2;
            maps.add(IndexMap.take(
                    extent,
                    IntStream.range(0, kernel.extent(axis))
                            .map(i -> Math.floorMod(i - middle, extent))
                            .toArray()));
        }
        return maps;
    }

    @Override
    public String name() {
        return "convolve";
    }

    @Override
    public Shape domain() {
        return fft.shape();
    }

    @Override
    public Shape range() {
        return fft.shape();
    }

    /** The kernel. */
    public NdArray kernel() {
        return kernel;
    }

    /** The frequency response, as {@link Fft#forward} lays it out; it is kept once it was asked for. */
    public Spectrum response() {
        Spectrum known = response.orElseGet(() -> response(kernel, fft));
        response = Optional.of(known);
        return known;
    }

    /** Whether this is predicted to be faster than passes over an image that is extended periodically. */
    public boolean costsLess() {
        return Convolver.isPeriodicCheaper(kernel, domain());
    }

    @Override
    public Optional<Circuit> circuit() {
        return Optional.of(forward.circuit(Shape.of(new int[domain().rank()]), domain()));
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain());
        return forward.apply(x);
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        return backward.apply(y);
    }

    /**
     * This convolution, of which only a part is kept.
     *
     * @param from index of the first element of the part along every axis
     * @param extents shape of the part
     * @throws IllegalArgumentException if the part leaves the domain
     */
    public LinearMap part(Shape from, Shape extents) {
        return new Part(from, extents);
    }

    private final class Part implements LinearMap {
        private final Shape from;
        private final Shape extents;
        private final List<IndexMap> surround;

        Part(Shape from, Shape extents) {
            int[] after = IntStream.range(0, extents.rank())
                    .map(axis -> domain().extent(axis) - from.extent(axis) - extents.extent(axis))
                    .toArray();
            this.from = from;
            this.extents = extents;
            this.surround = IndexMap.pad(extents, from.extents(), after, Boundary.ZERO);
        }

        @Override
        public String name() {
            return PeriodicConvolution.this.name();
        }

        @Override
        public Shape domain() {
            return PeriodicConvolution.this.domain();
        }

        @Override
        public Shape range() {
            return extents;
        }

        @Override
        public Optional<CirculantMap> nearby() {
            return Optional.of(PeriodicConvolution.this);
        }

        @Override
        public Optional<Circuit> circuit() {
            return Optional.of(forward.circuit(from, extents));
        }

        @Override
        public NdArray apply(NdArray x) {
            x.shape().require(name(), domain());
            return forward.apply(x, from, extents);
        }

        @Override
        public NdArray adjoint(NdArray y) {
            y.shape().require("adjoint of " + name(), extents);
            return backward.apply(y.gather(surround));
        }
    }
}
