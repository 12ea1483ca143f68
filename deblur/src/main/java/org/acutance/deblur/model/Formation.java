package org.acutance.deblur.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.Binning;
import org.acutance.math.linear.Composition;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;

/**
 * How an observation comes about: {@code gain * blur(scene) + background}. The scene lies on a canvas, of which the
 * frame of the observation is a part or the whole.
 *
 * @param blur from the canvas to the frame
 * @param frame shape of the observation
 * @param corner index on the canvas of the frame's first element
 * @param pixel elements of the canvas along each axis whose mean light one sample of the frame is: 1 but where the scene is
 *     sampled more finely
 * @param circulant the circular convolution of the canvas whose part at the frame the blur is; empty if it is none
 * @param gain what the blurred scene is multiplied by
 * @param background what is added, of the frame's shape or one that broadcasts to it
 */
public record Formation(
        LinearMap blur,
        Shape frame,
        Shape corner,
        Shape pixel,
        Optional<PeriodicConvolution> circulant,
        double gain,
        NdArray background) {
    /**
     * A formation of pixels as large as those of the canvas, without gain and background.
     *
     * @param blur from the canvas to the frame
     * @param corner index on the canvas of the frame's first element
     * @param circulant the circular convolution of the canvas whose part at the frame the blur is; empty if it is none
     */
    static Formation of(LinearMap blur, Shape corner, Optional<PeriodicConvolution> circulant) {
        Shape frame = blur.range();
        return new Formation(blur, frame, corner, ones(frame.rank()), circulant, 1, NdArray.scalar(0));
    }

    private static Shape ones(int rank) {
        return Shape.of(IntStream.generate(() -> 1).limit(rank).toArray());
    }

    /** A formation whose canvas is the frame, without gain and background. */
    static Formation within(LinearMap blur, Optional<PeriodicConvolution> circulant) {
        return of(blur, Shape.of(new int[blur.range().rank()]), circulant);
    }

    /** This formation with another gain and background. */
    public Formation with(double otherGain, NdArray otherBackground) {
        return new Formation(blur, frame, corner, pixel, circulant, otherGain, otherBackground);
    }

    /** This formation with another circular blur, of the same canvas. */
    public Formation with(PeriodicConvolution other) {
        return new Formation(other.part(corner, frame), frame, corner, pixel, Optional.of(other), gain, background);
    }

    /**
     * What a detector sees whose pixels cover several samples of this formation's frame each, and add them up, as MATLAB's
     * {@code deconvlucy} does with a subsampled point spread function. No part of a circular convolution any more.
     *
     * @param boxes samples per pixel along each axis, of which the extents of the frame are multiples
     */
    public Formation binned(Shape boxes) {
        Shape coarse = Shape.of(IntStream.range(0, frame.rank())
                .map(axis -> frame.extent(axis) / boxes.extent(axis))
                .toArray());
        LinearMap sums = new Composition(new Binning(coarse, boxes), blur);
        return new Formation(sums, coarse, corner, boxes, Optional.empty(), gain, background);
    }

    /** The circular convolution of the canvas that is the blur, or that differs from it near the border only. */
    public PeriodicConvolution nearby() {
        return circulant.orElseGet(() -> (PeriodicConvolution) blur.nearby().orElseThrow());
    }

    /** Shape of the scene. */
    public Shape canvas() {
        return blur.domain();
    }

    /** What would be observed of a scene, without noise. */
    public Tensor predict(Tensor scene) {
        return blur.apply(scene).times(gain).plus(Tensor.of(background));
    }

    /** What would be observed of a scene, without noise. */
    public NdArray predict(NdArray scene) {
        NdArray light = blur.apply(scene);
        return isPlain() ? light : light.times(gain).plus(background);
    }

    /**
     * An observation without background and gain: what came through the blur alone.
     *
     * @param observed of the shape of the frame
     */
    public NdArray light(NdArray observed) {
        return isPlain() ? observed : observed.minus(background).times(1 / gain);
    }

    /** Whether there is neither a gain nor a background. */
    private boolean isPlain() {
        return gain == 1 && background.rank() == 0 && background.item() == 0;
    }

    /** The part of a canvas that the frame shows, the mean over each pixel. */
    public NdArray crop(NdArray scene) {
        scene.shape().require("crop", canvas());
        NdArray inside = reachesBeyond() ? scene.gather(window()) : scene;
        return pixel.size() == 1
                ? inside
                : new Binning(frame, pixel).apply(inside).times(1.0 / pixel.size());
    }

    /** A canvas with the given frame, reflected beyond it. */
    public NdArray extend(NdArray framed) {
        framed.shape().require("extend", frame);
        return spread(framed, Boundary.REFLECT);
    }

    /** A canvas with the given frame and zeros beyond it: the adjoint of {@link #crop}. */
    public NdArray embed(NdArray framed) {
        framed.shape().require("embed", frame);
        return spread(framed.times(1.0 / pixel.size()), Boundary.ZERO);
    }

    /**
     * A distance to the observation as a function of the scene's circular convolution. A squared distance stays one where
     * the frame is the whole canvas.
     *
     * @param distance a function of predictions
     */
    public Proximal onCanvas(Proximal distance) {
        return isWhole() && distance instanceof SquaredDistance squared
                ? new SquaredDistance(
                        squared.target().minus(background).times(1 / gain),
                        squared.weights().times(gain * gain))
                : new OnCanvas(this, distance);
    }

    private NdArray spread(NdArray framed, Boundary beyond) {
        NdArray all = pixel.size() == 1 ? framed : new Binning(frame, pixel).adjoint(framed);
        return reachesBeyond() ? all.pad(corner.extents(), after(), beyond) : all;
    }

    /** Whether the frame is the whole canvas, element by element. */
    public boolean isWhole() {
        return frame.equals(canvas());
    }

    /** Whether the canvas has more than what the frame shows. */
    public boolean reachesBeyond() {
        return !fine().equals(canvas());
    }

    /** Shape of the part of the canvas that the frame shows. */
    private Shape fine() {
        return new Binning(frame, pixel).domain();
    }

    private int[] after() {
        return IntStream.range(0, frame.rank())
                .map(axis -> canvas().extent(axis) - corner.extent(axis) - fine().extent(axis))
                .toArray();
    }

    private List<IndexMap> window() {
        return IntStream.range(0, frame.rank())
                .mapToObj(axis -> IndexMap.slice(
                        canvas().extent(axis), corner.extent(axis), corner.extent(axis) + fine().extent(axis), 1))
                .toList();
    }
}
