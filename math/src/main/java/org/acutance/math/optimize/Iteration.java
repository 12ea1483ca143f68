package org.acutance.math.optimize;

/**
 * One line of the history.
 *
 * @param iteration number of the iteration; 0 is the start
 * @param fun the objective
 * @param gradientNorm Euclidean norm of the gradient; NaN where the method has not computed it
 * @param gradientMax largest absolute element of the gradient; NaN where the method has not computed it
 * @param step Euclidean length of the step that led here
 * @param counts evaluations so far
 * @param seconds time spent so far
 */
public record Iteration(
        int iteration,
        double fun,
        double gradientNorm,
        double gradientMax,
        double step,
        Counts counts,
        double seconds) {
    static Iteration of(int iteration, State state, Counts counts, double seconds) {
        Iterate iterate = state.iterate();
        return new Iteration(
                iteration,
                iterate.value(),
                iterate.gradientNorm(),
                iterate.gradientMax(),
                state.stepLength(),
                counts,
                seconds);
    }
}
