package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * What is kept of two searches whose mean is the result.
 *
 * @param iterate the mean, with the loss of the first
 * @param residual the largest residual of both, in units of its tolerance
 * @param settled finds such a mean by searches that go as these went
 */
public record Averaged(Iterate iterate, double residual, Method settled) implements State {
    @Override
    public double stepLength() {
        return 0;
    }

    @Override
    public Optional<Reason> reason() {
        return Optional.empty();
    }
}
