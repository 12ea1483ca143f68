package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Tensors one after the other along an axis. Each keeps its place in both modes: its cotangent is a slice, and the tangents
 * are joined as the tensors are, so that neither mode goes over the whole once per part.
 */
final class Joining implements Primitive {
    private final int axis;
    private final int[] ends;

    private Joining(int axis, int... ends) {
        this.axis = axis;
        this.ends = ends;
    }

    static Tensor of(int axis, List<Tensor> parts) {
        int[] ends = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += parts.get(i).shape().extent(axis);
            ends[i] = end;
        }
        return new Joining(axis, ends).apply(parts.toArray(Tensor[]::new));
    }

    @Override
    public String name() {
        return "concatenate";
    }

    @Override
    public NdArray evaluate(List<NdArray> arguments) {
        return NdArray.concatenate(axis, arguments);
    }

    @Override
    public Tensor pullback(List<Tensor> arguments, Tensor result, int index, Tensor cotangent) {
        return cotangent.slice(axis, index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    @Override
    public Tensor pushforward(List<Tensor> arguments, Tensor result, List<Optional<Tensor>> tangents) {
        List<Tensor> parts = new ArrayList<>(ends.length);
        for (int i = 0; i < ends.length; i++) {
            Tensor still = arguments.get(i);
            parts.add(tangents.get(i).orElseGet(() -> Tensor.zerosLike(still)));
        }
        return apply(parts.toArray(Tensor[]::new));
    }
}
