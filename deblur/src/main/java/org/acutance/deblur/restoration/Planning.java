package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Fidelity;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Makes the plan of an image, or of a part of one, that is deblurred at once. */
final class Planning {
    /** Samples of a volume from which on not all are looked at for the level of the noise, which would rule the memory. */
    private static final int LARGE = 1 << 20;

    private final Settings settings;
    private final Image blurred;
    private final PrecisionChoice precision;
    private final Psf psf;
    private final Method method;
    private final boolean part;
    private final Observations observations;
    private final Sampled grid;
    private final Fidelity fidelity;
    private final UnaryOperator<NdArray> start;
    private final List<Observation> given;

    /**
     * Looks at the pixels of an image.
     *
     * @param precision what is computed in
     * @param psf of its rank
     * @param loader reads the arrays of its shape that settings name
     * @param part whether it is a part of one
     */
    Planning(
            Settings settings,
            Image blurred,
            PrecisionChoice precision,
            Psf psf,
            Method method,
            Function<String, NdArray> loader,
            boolean part) {
        this.settings = settings;
        this.blurred = blurred;
        this.precision = precision;
        this.psf = psf;
        this.method = method;
        this.part = part;
        this.observations = new Observations(settings, precision.precision(), loader);
        this.grid = new Sampled(psf, method.subsampling());
        this.fidelity = Fidelities.catalogue(loader).create(settings.fidelity());
        this.start = Starts.catalogue(loader).create(settings.start());
        this.given = observations.of(blurred, grid.seen());
    }

    /** The kind of data term of each channel, whose levels of noise are found in each image anew, of large ones in a part. */
    List<Fidelity> levels() {
        return given.stream()
                .map(channel -> looksAtPart(channel.values().shape()) ? fidelity.settled(part(channel)) : fidelity)
                .toList();
    }

    /** Whether levels of noise are found in a part of an image. */
    static boolean looksAtPart(Shape frame) {
        return frame.rank() > 2 && frame.size() >= LARGE;
    }

    /** Half of a large image along each axis, with most structure: it has more samples than levels of noise need. */
    private static Observation part(Observation whole) {
        Shape half = Shape.of(Arrays.stream(whole.values().shape().extents())
                .map(extent -> (extent + 1) / 2)
                .toArray());
        Box box = Tiles.of(whole.values().shape(), half).mostStructure(whole.filled());
        return new Observation(box.of(whole.values()), whole.weights().map(box::of), whole.psf());
    }

    /** The kinds of data term with the levels of noise in this image, for other parts of it. */
    List<Fidelity> settled() {
        return given.stream().map(fidelity::settled).toList();
    }

    /**
     * The plan with all else that is found from the image.
     *
     * @param levels one for each channel
     */
    Plan found(List<Fidelity> levels) {
        List<DataTerm> terms = terms(levels);
        List<Observation> observed = corrected(terms);
        PriorChoice choice = PriorChoice.of(settings, observed, terms, part);
        Regulariser prior = choice.create();
        List<Observation> seen = joined(observed, prior);
        List<DataTerm> data = joinedTerms(terms, prior);
        Predicate<String> usable = name -> method.obstacle(
                        Plan.closed(new Problem(seen.get(0), formation(name, seen), data.get(0), prior)))
                .isEmpty();
        BoundaryChoice boundary = BoundaryChoice.of(
                settings,
                channel ->
                        formation("unknown", seen).light(observed.get(channel).filled()),
                observed,
                terms,
                part ? name -> false : usable);
        Plan plan = plan(observed, terms, choice, prior, boundary);
        plan.channels().forEach(problem -> Plan.requireSolvable(problem, method, settings));
        return plan;
    }

    /**
     * The plan with all as found for another part of the image.
     *
     * @param sample the plan of that part
     * @param levels of the noise, see {@link #settled}
     */
    Plan like(Plan sample, List<Fidelity> levels) {
        List<DataTerm> terms = terms(levels);
        return plan(
                corrected(terms),
                terms,
                sample.prior(),
                sample.channels().get(0).prior(),
                sample.boundary());
    }

    private List<DataTerm> terms(List<Fidelity> levels) {
        return IntStream.range(0, given.size())
                .mapToObj(i -> levels.get(i).on(given.get(i)))
                .toList();
    }

    private List<Observation> corrected(List<DataTerm> terms) {
        return IntStream.range(0, given.size())
                .mapToObj(i -> terms.get(i).corrected(given.get(i)))
                .toList();
    }

    private static List<Observation> joined(List<Observation> observed, Regulariser prior) {
        return prior.couplesChannels() ? List.of(Observation.ofChannels(observed)) : observed;
    }

    private static List<DataTerm> joinedTerms(List<DataTerm> terms, Regulariser prior) {
        return prior.couplesChannels() ? List.of(DataTerm.ofChannels(terms)) : terms;
    }

    private Formation formation(String boundary, List<Observation> seen) {
        return observations.formation(grid.formation(boundary, seen.get(0)), blurred.shape());
    }

    private Plan plan(
            List<Observation> observed,
            List<DataTerm> terms,
            PriorChoice choice,
            Regulariser prior,
            BoundaryChoice boundary) {
        List<Observation> seen = joined(observed, prior);
        List<DataTerm> data = joinedTerms(terms, prior);
        Formation formation = formation(boundary.written(), seen);
        List<Problem> problems = IntStream.range(0, seen.size())
                .mapToObj(i -> new Problem(seen.get(i), formation, data.get(i), prior))
                .toList();
        List<NdArray> starts = observed.stream()
                .map(channel -> start.apply(formation.light(channel.values())))
                .toList();
        return new Plan(
                settings,
                blurred,
                precision,
                psf,
                choice,
                boundary,
                problems,
                prior.couplesChannels() ? List.of(Observation.stacked(starts)) : starts,
                method);
    }
}
