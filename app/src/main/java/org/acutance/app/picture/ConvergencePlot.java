package org.acutance.app.picture;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.acutance.math.array.NdArray;

/**
 * How fast runs of one method or several come down: one chart for each way of counting that all runs know, side by
 * side. Shown is the distance of the loss from the best known one on a logarithmic axis, or the loss itself, then
 * logarithmic where it is positive and falls far.
 *
 * @param title the line at the top; may be empty
 * @param remark the quieter line below it; may be empty
 * @param runs any number, in the order of the legend
 * @param best the loss that is taken for the minimum, if the distance from it is to be shown
 */
public record ConvergencePlot(String title, String remark, List<Run> runs, OptionalDouble best) {
    static final int MARGIN = 40;
    static final int CHART_HEIGHT = 340;
    private static final int ONE_CHART_WIDTH = 760;
    private static final int CHART_WIDTH = 480;
    private static final int GAP = 36;
    private static final int TITLE_BASELINE = 17;
    private static final int TITLE_HEIGHT = 34;
    private static final int REMARK_HEIGHT = 28;
    private static final int X_MARKS = 7;
    private static final int Y_MARKS = 7;

    /** Losses whose largest exceeds the least by this factor are shown logarithmically. */
    private static final double FAR = 100;

    /** Distances from the best of fewer units in the last place than this are rounding, and shown as zero. */
    private static final int ROUNDING = 4;

    /**
     * @throws IllegalArgumentException if the best loss is not finite
     */
    public ConvergencePlot {
        runs = List.copyOf(runs);
        if (best.isPresent() && !Double.isFinite(best.getAsDouble())) {
            throw new IllegalArgumentException("convergence plot: best loss " + best.getAsDouble()
                    + " is not finite; leave it out to show losses");
        }
    }

    /** Shows the losses themselves. */
    public static ConvergencePlot of(String title, String remark, List<Run> runs) {
        return new ConvergencePlot(title, remark, runs, OptionalDouble.empty());
    }

    /** The same, showing the distance from the least loss of all runs, where there is a finite one. */
    public ConvergencePlot aboveBest() {
        return new ConvergencePlot(
                title,
                remark,
                runs,
                runs.stream().flatMapToDouble(run -> finite(run.loss())).min());
    }

    /** Draws it. */
    public Picture draw() {
        List<Chart> charts = abscissae().stream().map(this::chart).toList();
        int left = charts.get(0).leftOf();
        int width = charts.size() == 1 ? ONE_CHART_WIDTH : CHART_WIDTH;
        int stride = left + width + GAP;
        int full = charts.size() * stride - GAP;
        Legend legend = Legend.of(runs.stream().map(Run::name).toList(), full);
        int top = MARGIN + titleHeight() + legend.height() + Chart.ABOVE;
        Canvas canvas = new Canvas(full + 2 * MARGIN, top + CHART_HEIGHT + Chart.BELOW + MARGIN, Palette.PAPER);
        canvas.text(TextStyle.TITLE, MARGIN, MARGIN + TITLE_BASELINE, TextStyle.TITLE.shortened(title, full));
        canvas.text(TextStyle.BODY, MARGIN, remarkBaseline(), TextStyle.BODY.shortened(remark, full));
        legend.draw(canvas, MARGIN, MARGIN + titleHeight());
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(canvas, new Frame(MARGIN + left + i * stride, top, width, CHART_HEIGHT));
        }
        return canvas.picture();
    }

    private int titleHeight() {
        return (title.isEmpty() ? 0 : TITLE_HEIGHT) + (remark.isEmpty() ? 0 : REMARK_HEIGHT);
    }

    private int remarkBaseline() {
        return MARGIN + titleHeight() - REMARK_HEIGHT / 2;
    }

    private List<Abscissa> abscissae() {
        return Arrays.stream(Abscissa.values())
                .filter(abscissa -> abscissa == Abscissa.ITERATIONS || isKnownToAll(abscissa))
                .toList();
    }

    private boolean isKnownToAll(Abscissa abscissa) {
        return !runs.isEmpty()
                && runs.stream().allMatch(run -> run.counted(abscissa).isPresent());
    }

    private Chart chart(Abscissa abscissa) {
        List<Series> series = runs.stream()
                .map(run -> new Series(run.counted(abscissa).orElseThrow(), shown(run.loss())))
                .toList();
        double end =
                series.stream().flatMapToDouble(line -> finite(line.x())).max().orElse(0);
        return new Chart(
                abscissa.label(), label(), LinearAxis.to(end, X_MARKS, abscissa.finest()), vertical(series), series);
    }

    private String label() {
        double least = best.orElse(0);
        return least == 0 ? "loss" : "loss − best (" + RoundNumbers.significant(least, 8) + ")";
    }

    private NdArray shown(NdArray loss) {
        if (best.isEmpty()) {
            return loss;
        }
        double least = best.getAsDouble();
        double rounding = ROUNDING * Math.ulp(least);
        return NdArray.vector(Arrays.stream(loss.toDoubles())
                .map(value -> value - least)
                .map(distance -> distance <= rounding ? 0 : distance)
                .toArray());
    }

    private Axis vertical(List<Series> series) {
        double least = values(series).min().orElse(0);
        double most = values(series).max().orElse(1);
        double leastPositive = values(series).filter(value -> value > 0).min().orElse(1);
        boolean logarithmic = best.isPresent() || (least > 0 && most / least >= FAR);
        return logarithmic
                ? LogAxis.around(leastPositive, Math.max(most, leastPositive), Y_MARKS)
                : LinearAxis.around(least, most, Y_MARKS);
    }

    private static DoubleStream values(List<Series> series) {
        return series.stream().flatMapToDouble(line -> finite(line.y()));
    }

    private static DoubleStream finite(NdArray values) {
        return Arrays.stream(values.toDoubles()).filter(Double::isFinite);
    }
}
