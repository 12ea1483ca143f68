package org.acutance.bench;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;

/**
 * The iterate of a method that is nearest to the truth, which only a comparison may ask.
 *
 * @param picture the iterate
 * @param quality its quality
 * @param iteration its number
 * @param seconds time from the start to it
 */
record BestIterate(NdArray picture, double quality, int iteration, double seconds) {
    /** The best of all iterates of a run on one channel whose canvas is the frame. */
    static BestIterate of(Blurred blurred, Settings settings, ToDoubleFunction<NdArray> quality) {
        NdArray observed = blurred.observed();
        AtomicReference<BestIterate> best =
                new AtomicReference<>(new BestIterate(observed, quality.applyAsDouble(observed), 0, 0));
        new Deblurring(
                        blurred.plan(settings),
                        (stage, run) -> {
                            NdArray picture = run.state().iterate().x();
                            BestIterate next = new BestIterate(
                                    picture,
                                    quality.applyAsDouble(picture),
                                    run.iteration(),
                                    run.latest().seconds());
                            best.accumulateAndGet(next, (a, b) -> a.quality() >= b.quality() ? a : b);
                        },
                        () -> false)
                .run();
        return Objects.requireNonNull(best.get());
    }
}
