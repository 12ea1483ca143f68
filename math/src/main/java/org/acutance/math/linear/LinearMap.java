package org.acutance.math.linear;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Linear;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.fft.Circuit;

/** A linear map between arrays of fixed shapes: an action and its adjoint. */
public interface LinearMap {
    /** The name in messages. */
    String name();

    /** The shape that the map takes. */
    Shape domain();

    /** The shape that the map gives. */
    Shape range();

    /**
     * The map.
     *
     * @throws IllegalArgumentException if the shape of {@code x} is not the domain
     */
    NdArray apply(NdArray x);

    /**
     * The adjoint: {@code <apply(x), y> = <x, adjoint(y)>} for all x and y.
     *
     * @throws IllegalArgumentException if the shape of {@code y} is not the range
     */
    NdArray adjoint(NdArray y);

    /**
     * A map of the same domain with circulant products that are about those of this map, but near the border: the inverse
     * of its products speeds up equations in those of this map. Empty if there is none.
     */
    default Optional<CirculantMap> nearby() {
        return Optional.empty();
    }

    /**
     * The map with the rows of the result changed as soon as they are there, which spares an array.
     *
     * @param change what is done to each row
     * @throws IllegalArgumentException if the shape of {@code x} is not the domain
     */
    default NdArray apply(NdArray x, RowOperation change) {
        return change.on(apply(x));
    }

    /** The adjoint, likewise. */
    default NdArray adjoint(NdArray y, RowOperation change) {
        return change.on(adjoint(y));
    }

    /** This map and back by its adjoint in one go, with a change between; empty if there is no faster way than the two. */
    default Optional<Circuit> circuit() {
        return Optional.empty();
    }

    /** Whether the adjoint is the inverse. */
    default boolean isOrthogonal() {
        return false;
    }

    /** The map of a tensor, differentiable to every order, forward and reverse. */
    default Tensor apply(Tensor x) {
        return new Linear(name(), this::apply, this::adjoint).apply(x);
    }
}
