package org.acutance.math.linear;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.convolution.Convolver;

/**
 * The convolution of images of one shape with a kernel that stays the same: everything that depends on the kernel alone
 * is prepared once. The adjoint is the convolution with the flipped kernel, folded back by the boundary rule.
 */
public final class ConvolutionMap implements LinearMap {
    private final Shape domain;
    private final Boundary boundary;
    private final List<IndexMap> extension;
    private final List<IndexMap> surround;
    private final Convolver forward;
    private final Convolver backward;

    /**
     * A convolution.
     *
     * @param kernel the kernel, of the rank of the image
     * @param domain the shape of the image
     * @param mode which part is kept
     * @param boundary what the image is taken to be beyond its border; of no effect in mode VALID
     * @throws IllegalArgumentException if the ranks differ, or nothing remains in mode VALID
     */
    public ConvolutionMap(NdArray kernel, Shape domain, ConvolutionMode mode, Boundary boundary) {
        mode.requireRank(kernel.shape(), domain);
        int[] extents = kernel.shape().extents();
        int[] before = mode.before(extents);
        int[] after = mode.after(extents);
        this.domain = domain;
        this.boundary = boundary;
        this.extension = IndexMap.pad(domain, before, after, boundary);
        this.forward = Convolver.valid(kernel, IndexMap.shape(extension));
        this.surround = IndexMap.pad(range(), margin(extents, before), margin(extents, after), Boundary.ZERO);
        this.backward = Convolver.valid(kernel.flip(), IndexMap.shape(surround));
    }

    /** Zeros around the argument of the adjoint: no more than needed where nothing has to be folded back. */
    private int[] margin(int[] extents, int[] extended) {
        return IntStream.range(0, extents.length)
                .map(axis -> extents[axis] - 1 - (boundary == Boundary.ZERO ? extended[axis] : 0))
                .toArray();
    }

    @Override
    public String name() {
        return "convolve";
    }

    @Override
    public Shape domain() {
        return domain;
    }

    @Override
    public Shape range() {
        return forward.outputShape();
    }

    /** How the convolution is computed. */
    public Convolver convolver() {
        return forward;
    }

    /** The circular convolution of the domain. */
    @Override
    public Optional<CirculantMap> nearby() {
        return Optional.of(new PeriodicConvolution(forward.kernel(), domain));
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain);
        return forward.apply(x.gather(extension));
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        NdArray spread = backward.apply(y.gather(surround));
        return boundary == Boundary.ZERO ? spread : spread.scatter(extension);
    }

    @Override
    public NdArray apply(NdArray x, RowOperation change) {
        x.shape().require(name(), domain);
        return forward.apply(x.gather(extension), change);
    }

    @Override
    public NdArray adjoint(NdArray y, RowOperation change) {
        if (boundary != Boundary.ZERO) {
            return change.on(adjoint(y));
        }
        y.shape().require("adjoint of " + name(), range());
        return backward.apply(y.gather(surround), change);
    }

    /** Kernel and image shapes. */
    @Override
    public String toString() {
        return "convolve " + domain + " with " + forward.kernel().shape() + ", " + boundary;
    }
}
