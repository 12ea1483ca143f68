package org.acutance.math.optimize;

/**
 * The minimum of a function of a structure.
 *
 * @param at the best point found
 * @param solution the same as a vector, with why the search ended
 * @param <T> record, list or map of tensors
 */
public record Minimum<T>(T at, Solution solution) {}
