package org.acutance.math.optimize;

import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;

/**
 * What a method does in its own way within {@link DirectIteration}.
 *
 * @param system bounds and constraints
 * @param finalRadius the last distance of the points
 * @param feasible how far a constraint may be violated
 * @param pointsPerUnknown how many points there are beside the best one for every unknown, 1 or 2
 * @param model that goes through the points of a state
 * @param trusting whether a model is known to be good where its steps are short
 * @param finer the next radius after one, given the last
 */
record DirectMethod(
        ConstraintSystem system,
        double finalRadius,
        double feasible,
        int pointsPerUnknown,
        BiFunction<Interpolation, FreeElements, DirectModel> model,
        boolean trusting,
        DoubleBinaryOperator finer) {}
