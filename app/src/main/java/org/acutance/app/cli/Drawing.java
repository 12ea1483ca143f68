package org.acutance.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.acutance.app.picture.Abscissa;
import org.acutance.app.picture.ConvergencePlot;
import org.acutance.app.picture.Picture;
import org.acutance.app.picture.Run;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.restoration.Restored;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.Solution;

/** Pictures of results. */
final class Drawing {
    private static final int[] SHIFTS = {16, 8, 0};

    private Drawing() {}

    /** The loss along the run of each channel. */
    static Picture convergence(Restored restored, String title, String remark) {
        List<Solution> channels = restored.channels();
        List<Run> runs = IntStream.range(0, channels.size())
                .mapToObj(i -> run(channels.size() == 1 ? "" : "channel " + (i + 1), channels.get(i)))
                .toList();
        return channels.size() == 1
                ? new ConvergencePlot(title, remark, runs, OptionalDouble.empty())
                        .aboveBest()
                        .draw()
                : ConvergencePlot.of(title, remark, runs).draw();
    }

    private static Run run(String name, Solution solution) {
        List<Iteration> history = solution.history();
        return Run.of(name, column(history, Iteration::fun))
                .with(
                        Abscissa.EVALUATIONS,
                        column(history, at -> at.counts().nfev() + at.counts().nhev()))
                .with(Abscissa.SECONDS, column(history, Iteration::seconds));
    }

    private static double[] column(List<Iteration> history, ToDoubleFunction<Iteration> of) {
        return history.stream().mapToDouble(of).toArray();
    }

    /** A picture as an image that can be written. */
    static Image image(Picture picture) {
        List<NdArray> channels =
                Arrays.stream(SHIFTS).mapToObj(shift -> channel(picture, shift)).toList();
        return new Image(channels, ColourModel.RGB, SampleType.UINT8);
    }

    private static NdArray channel(Picture picture, int shift) {
        int width = picture.width();
        NdArray.Builder samples = NdArray.builder(Shape.of(picture.height(), width), Precision.FLOAT32);
        double[] row = new double[width];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                row[x] = picture.rgb(y, x) >> shift & 0xFF;
            }
            samples.write(y * width, row, 0, width);
        }
        return samples.build();
    }
}
