package org.acutance.deblur.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
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
 * @param circulant the circular convolution of the canvas whose part at the frame the blur is; empty if it is none
 * @param gain what the blurred scene is multiplied by
 * @param background what is added, of the frame's shape or one that broadcasts to it
 */
public record Formation(
        LinearMap blur,
        Shape frame,
        Shape corner,
        Optional<PeriodicConvolution> circulant,
        double gain,
        NdArray background) {
    /** A formation whose canvas is the frame, without gain and background. */
    static Formation within(LinearMap blur, Optional<PeriodicConvolution> circulant) {
        Shape frame = blur.range();
        return new Formation(blur, frame, Shape.of(new int[frame.rank()]), circulant, 1, NdArray.scalar(0));
    }

    /** This formation with another gain and background. */
    public Formation with(double otherGain, NdArray otherBackground) {
        return new Formation(blur, frame, corner, circulant, otherGain, otherBackground);
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
        return predict(Tensor.of(scene)).value();
    }

    /**
     * An observation without background and gain: what came through the blur alone.
     *
     * @param observed of the shape of the frame
     */
    public NdArray light(NdArray observed) {
        return observed.minus(background).times(1 / gain);
    }

    /** The part of a canvas that the frame shows. */
    public NdArray crop(NdArray scene) {
        scene.shape().require("crop", canvas());
        return isWhole() ? scene : scene.gather(window());
    }

    /** A canvas with the given frame, reflected beyond it. */
    public NdArray extend(NdArray framed) {
        framed.shape().require("extend", frame);
        return isWhole() ? framed : framed.pad(corner.extents(), after(), Boundary.REFLECT);
    }

    /** A canvas with the given frame and zeros beyond it: the adjoint of {@link #crop}. */
    public NdArray embed(NdArray framed) {
        framed.shape().require("embed", frame);
        return isWhole() ? framed : framed.pad(corner.extents(), after(), Boundary.ZERO);
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

    /** Whether the frame is the whole canvas. */
    public boolean isWhole() {
        return frame.equals(canvas());
    }

    private int[] after() {
        return IntStream.range(0, frame.rank())
                .map(axis -> canvas().extent(axis) - corner.extent(axis) - frame.extent(axis))
                .toArray();
    }

    private List<IndexMap> window() {
        return IntStream.range(0, frame.rank())
                .mapToObj(axis -> IndexMap.slice(
                        canvas().extent(axis), corner.extent(axis), corner.extent(axis) + frame.extent(axis), 1))
                .toList();
    }
}
