package org.acutance.app.cli;

import java.util.List;
import java.util.stream.DoubleStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.uncertainty.Uncertainty;
import org.acutance.math.array.NdArray;

/** How far each pixel of a result may be off, as an image of floating-point samples. */
final class UncertaintyFile {
    private UncertaintyFile() {}

    /**
     * Finds out before any work what can be found out.
     *
     * @throws UsageException if the format has no floating-point samples
     * @throws IllegalArgumentException if the noise is not known, or the image is deblurred part by part
     */
    static void check(Output file, Plan plan) {
        plan.requireWhole("uncertainty");
        plan.channels().forEach(Uncertainty::requireNoise);
        if (file.type(SampleType.FLOAT32).isInteger()) {
            throw new UsageException("--uncertainty: " + file.file()
                    + " would round the deviations to whole numbers; name a .tif or .npy file");
        }
        file.check(plan.blurred());
    }

    /** Measures and writes it, and says so; nothing if the work was cancelled before. */
    static void write(Output file, Plan plan, Restored restored, Line line, Session session, Report report) {
        if (session.cancellation().requested()) {
            report.line("uncertainty not measured, since the work was cancelled");
            return;
        }
        List<Uncertainty> found = Solving.uncertainty(plan, restored, line, session);
        List<NdArray> deviations = found.stream().map(Uncertainty::deviation).toList();
        Image image = Image.of(plan.blurred().colourModel().withoutAlpha(), deviations);
        file.write(image, file.type(SampleType.FLOAT32));
        String meaning = found.get(0).meaning();
        double median = median(deviations);
        report.put("uncertainty", file.file())
                .put("uncertainty_meaning", meaning)
                .put("uncertainty_median", median)
                .line("uncertain median %.3g, %s", median, meaning)
                .line("wrote     %s, %s", file.file(), image.shape());
    }

    private static double median(List<NdArray> deviations) {
        double[] sorted = deviations.stream()
                .flatMapToDouble(deviation -> DoubleStream.of(deviation.toDoubles()))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
