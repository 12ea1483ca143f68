package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * Several tensors as one: a record, list or map of tensors, nested as one likes, laid out as a vector and back. Both ways
 * are differentiable, so that every operator on functions of one tensor, and every minimiser, works on structures too. The
 * parts of a map come in the order of its keys.
 *
 * @param <T> a record, {@code List} or {@code Map} whose parts are tensors, or such structures again
 */
public final class Parameters<T> {
    private final Structure structure;
    private final List<Shape> shapes;
    private final Precision precision;

    private Parameters(T example) {
        structure = Structure.of(example.getClass().getSimpleName(), example);
        List<Tensor> tensors = tensors(example);
        shapes = tensors.stream().map(Tensor::shape).toList();
        precision = commonPrecision(tensors);
    }

    /**
     * The layout of an example; other values have the same structure and shapes.
     *
     * @throws IllegalArgumentException if a part is not a tensor, record, list or map, there is no tensor, precisions
     *     differ, or the keys of a map have no order
     */
    public static <T> Parameters<T> like(T example) {
        return new Parameters<>(example);
    }

    private List<Tensor> tensors(T value) {
        List<Tensor> tensors = new ArrayList<>();
        structure.collect(value, tensors);
        return tensors;
    }

    private static Precision commonPrecision(List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("parameters: the example holds no tensor; give at least one");
        }
        List<Precision> found = tensors.stream()
                .filter(tensor -> tensor.shape().rank() > 0)
                .map(Tensor::precision)
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("parameters: tensors are " + found.get(0) + " and " + found.get(1)
                    + "; convert one with to(Precision)");
        }
        return found.isEmpty() ? Precision.FLOAT64 : found.get(0);
    }

    /** Number of elements of all tensors together: the extent of the vector. */
    public int size() {
        return shapes.stream().mapToInt(Shape::size).sum();
    }

    /**
     * All elements as one vector, tensor after tensor in the order of the structure.
     *
     * @throws IllegalArgumentException if the kind or number of parts, a key or a shape differs from the example's
     */
    public Tensor flatten(T value) {
        List<Tensor> tensors = tensors(value);
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Tensor tensor = tensors.get(i);
            tensor.shape().require("flatten, tensor " + i, shapes.get(i));
            parts.add(tensor.reshape(tensor.shape().size()).to(precision));
        }
        return Tensor.concatenate(0, parts.toArray(Tensor[]::new));
    }

    /**
     * The structure of a vector, the inverse of {@link #flatten}.
     *
     * @throws IllegalArgumentException if it is not a vector of {@link #size()} elements
     */
    @SuppressWarnings("unchecked") // the structure is that of a T
    public T unflatten(Tensor vector) {
        vector.shape().require("unflatten", Shape.of(size()));
        List<Tensor> tensors = new ArrayList<>();
        int from = 0;
        for (Shape shape : shapes) {
            tensors.add(vector.slice(0, from, from + shape.size()).reshape(shape));
            from += shape.size();
        }
        return (T) structure.build(tensors.iterator());
    }

    /** A function of the structure as a function of the vector, for operators and minimisers. */
    public <R> Function<Tensor, R> ofVector(Function<T, R> function) {
        return vector -> function.apply(unflatten(vector));
    }

    /** The gradient of a scalar function by all tensors of the structure, in one sweep. */
    public UnaryOperator<T> grad(Function<T, Tensor> function) {
        UnaryOperator<Tensor> gradient = Gradients.grad(ofVector(function));
        return value -> unflatten(gradient.apply(flatten(value)));
    }
}
