package org.acutance.deblur.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/**
 * Deblurs an image part by part. The sample is solved first: it gives the weights, and what the method finds on its way. With
 * these kept it and some others are solved with the margin and with twice the margin; how far the two are apart shows what the
 * border of a part does. While that is too far, and the memory holds it, the margin is doubled. Then come the other parts.
 */
final class Parts {
    private static final int MOST_DOUBLINGS = 3;

    private final Deblurring deblurring;
    private final Plan plan;
    private final Tiling tiling;
    private final Shape whole;

    Parts(Deblurring deblurring, Tiling tiling) {
        this.deblurring = deblurring;
        this.plan = deblurring.plan();
        this.tiling = tiling;
        this.whole = tiling.tiles().whole();
    }

    /** What was found for a problem of the sample, and how the search for it went. */
    private record Settled(Regulariser prior, Method method, Deblurring.Channel search) {}

    /** What came of a part: the frames of all problems without the margin, and why their searches ended. */
    private record Part(List<NdArray> cores, List<Reason> reasons) {}

    Restored run(long begun) {
        List<Settled> settled = IntStream.range(0, plan.channels().size())
                .mapToObj(this::settled)
                .toList();
        Shape margin = tiling.margin();
        List<Part> near = samples(margin, settled);
        List<Part> far = samples(twice(margin), settled);
        double difference = difference(near, far);
        for (int i = 0; i < MOST_DOUBLINGS && difference > tiling.bound() && fits(twice(twice(margin))); i++) {
            margin = twice(margin);
            near = far;
            far = samples(twice(margin), settled);
            difference = difference(near, far);
        }
        OptionalDouble measured =
                deblurring.cancelled().getAsBoolean() ? OptionalDouble.empty() : OptionalDouble.of(difference);
        Seams seams = new Seams(plan.parts(), tiling.tiles().core(), margin, measured, tiling.bound());
        return restored(near, settled, seams, begun);
    }

    private boolean fits(Shape margin) {
        return Memory.of(tiling.part(tiling.sample(), margin).channels(), plan.method())
                .fits(Memory.available());
    }

    /** The parts by which margins are judged, solved with one. */
    private List<Part> samples(Shape margin, List<Settled> settled) {
        return tiling.samples().stream()
                .map(core -> solve(core, margin, settled, 0))
                .toList();
    }

    private static Shape twice(Shape margin) {
        return Shape.of(Arrays.stream(margin.extents()).map(m -> 2 * m).toArray());
    }

    private Settled settled(int channel) {
        Deblurring.Found found = deblurring.find(channel);
        return new Settled(
                found.problem().prior(),
                plan.method().settled(found.problem(), found.solved()),
                deblurring.certified(found));
    }

    private Part solve(Box core, Shape margin, List<Settled> settled, int number) {
        Plan part = tiling.part(core, margin);
        Box inside = core.within(core.grown(margin, whole));
        List<NdArray> cores = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < settled.size(); i++) {
            Problem problem = part.channels().get(i).with(settled.get(i).prior());
            NdArray framed = part.starts().get(i);
            Start start = Start.made(() -> problem.formation().extend(framed));
            Solution solution = settled.get(i)
                    .method()
                    .solver(problem, plan.limits())
                    .solve(start, deblurring.watch(new Stage(i, 0, number)))
                    .solution();
            NdArray frame = problem.formation().crop(solution.x());
            cores.add(plan.together() ? inside.ofEach(frame) : inside.of(frame));
            reasons.add(solution.reason());
        }
        return new Part(cores, reasons);
    }

    /** The largest difference of solutions for the samples off the border of the image, as a part of the largest sample of any. */
    private double difference(List<Part> near, List<Part> far) {
        double largest = 0;
        double peak = Double.MIN_NORMAL;
        for (int sample = 0; sample < near.size(); sample++) {
            for (int i = 0; i < near.get(sample).cores().size(); i++) {
                NdArray a = seam(sample, near.get(sample).cores().get(i));
                NdArray b = seam(sample, far.get(sample).cores().get(i));
                largest = Math.max(largest, a.minus(b).maxAbs());
                peak = Math.max(peak, Math.max(a.maxAbs(), b.maxAbs()));
            }
        }
        return largest / peak;
    }

    /** The border of the image differs for another reason: what lies beyond it is on the other side of a circular canvas. */
    private NdArray seam(int sample, NdArray core) {
        Box part = tiling.samples().get(sample);
        Box inner = part.inside(tiling.margin(), whole).within(part);
        return plan.together() ? inner.ofEach(core) : inner.of(core);
    }

    private Restored restored(List<Part> sampled, List<Settled> settled, Seams seams, long begun) {
        List<Optional<Reason>> failed = new ArrayList<>(Collections.nCopies(settled.size(), Optional.empty()));
        Precision precision = plan.precision().precision();
        List<NdArray.Builder> colours = plan.blurred().colours().stream()
                .map(colour -> NdArray.builder(whole, precision))
                .toList();
        List<Box> boxes = tiling.boxes();
        for (int number = 0; number < boxes.size(); number++) {
            Box core = boxes.get(number);
            Part part = number < sampled.size() ? sampled.get(number) : solve(core, seams.margin(), settled, number);
            write(part, core, colours);
            for (int i = 0; i < failed.size(); i++) {
                Reason reason = part.reasons().get(i);
                if (!reason.success() && failed.get(i).isEmpty()) {
                    failed.set(i, Optional.of(reason));
                }
            }
        }
        List<Deblurring.Channel> channels = IntStream.range(0, settled.size())
                .mapToObj(i -> settled.get(i).search().ended(failed.get(i)))
                .toList();
        Image image = plan.blurred()
                .normalised(precision)
                .withColours(colours.stream().map(NdArray.Builder::build).toList());
        return Restored.of(image, channels, Optional.of(seams), begun);
    }

    private void write(Part part, Box core, List<NdArray.Builder> colours) {
        List<NdArray> sharp = part.cores().stream().flatMap(deblurring::colours).toList();
        for (int i = 0; i < colours.size(); i++) {
            core.write(sharp.get(i), colours.get(i), whole);
        }
    }
}
