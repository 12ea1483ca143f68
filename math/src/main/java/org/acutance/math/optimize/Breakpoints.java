package org.acutance.math.optimize;

import java.util.Arrays;

/** The steps at which elements meet their limits, taken in order: a heap, as mostly only the first ones are asked for. */
final class Breakpoints {
    private final double[] steps;
    private int[] heap = new int[16];
    private int size;

    /**
     * The finite ones of some steps.
     *
     * @param steps one for each element; kept
     */
    Breakpoints(double[] steps) {
        this.steps = steps;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] > 0 && steps[i] < Double.POSITIVE_INFINITY) {
                add(i);
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    private void add(int element) {
        heap = size == heap.length ? Arrays.copyOf(heap, 2 * size) : heap;
        heap[size++] = element;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least step that remains. */
    double step() {
        return steps[heap[0]];
    }

    /** Removes the element with the least step, and gives its position. */
    int poll() {
        int first = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int at = from;
        int child = lesserChild(at);
        while (child < size && steps[heap[child]] < steps[heap[at]]) {
            int element = heap[at];
            heap[at] = heap[child];
            heap[child] = element;
            at = child;
            child = lesserChild(at);
        }
    }

    private int lesserChild(int at) {
        int left = 2 * at + 1;
        return left + 1 < size && steps[heap[left + 1]] < steps[heap[left]] ? left + 1 : left;
    }
}
