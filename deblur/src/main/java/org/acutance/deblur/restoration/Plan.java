package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Fidelity;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;

/**
 * A deblurring problem that has been checked and is ready to run: nothing of it has been computed yet, and all that can
 * be refused has been.
 *
 * @param settings what was asked for
 * @param blurred the image
 * @param psf the point spread function, as it was given
 * @param prior the prior that is used, and why
 * @param boundary what the scene is taken to be beyond the frame, and why
 * @param channels one problem per colour, on samples normalised to around [0, 1], in FLOAT64; a single one, its first axis
 *     that of the colours, if a prior is about all of them together
 * @param starts where the search of each problem starts, of the shape of its frame
 * @param method how the problems are solved
 * @param limits what the user limits
 */
public record Plan(
        Settings settings,
        Image blurred,
        Psf psf,
        PriorChoice prior,
        BoundaryChoice boundary,
        List<Problem> channels,
        List<NdArray> starts,
        Method method,
        Limits limits) {
    /** A plan; the lists are copied. */
    public Plan {
        channels = List.copyOf(channels);
        starts = List.copyOf(starts);
    }

    /**
     * Checks settings against an image.
     *
     * @param loader reads the array that a specification such as {@code file:psf.npy} names
     * @throws IllegalArgumentException if a specification, the point spread function or the image cannot be used; the
     *     message says what to do
     */
    public static Plan of(Settings settings, Image blurred, Function<String, NdArray> loader) {
        Boundaries.CATALOGUE.create(settings.boundary());
        AutomaticWeight.requireKnown(settings.weight());
        Fidelity fidelity = Fidelities.catalogue(loader).create(settings.fidelity());
        Method method = Methods.CATALOGUE.create(settings.method());
        UnaryOperator<NdArray> start = Starts.catalogue(loader).create(settings.start());
        Psf psf = Psfs.catalogue(loader)
                .create(settings.psf())
                .forRank(blurred.shape().rank());
        psf.fit(blurred.shape());
        Memory.requireLeast(blurred);
        Observations observations = new Observations(settings, loader);
        Sampled grid = new Sampled(psf, method.subsampling());
        List<Observation> given = observations.of(blurred, grid.seen());
        List<DataTerm> terms = given.stream().map(fidelity::on).toList();
        List<Observation> observed = IntStream.range(0, given.size())
                .mapToObj(i -> terms.get(i).corrected(given.get(i)))
                .toList();
        PriorChoice choice = PriorChoice.of(settings, observed, terms);
        Regulariser prior = choice.create();
        boolean together = prior.couplesChannels();
        List<Observation> parts = together ? List.of(Observation.ofChannels(observed)) : observed;
        List<DataTerm> data = together ? List.of(DataTerm.ofChannels(terms)) : terms;
        Function<String, Formation> formations =
                name -> observations.formation(grid.formation(name, parts.get(0)), blurred.shape());
        Predicate<String> usable =
                name -> method.obstacle(closed(new Problem(parts.get(0), formations.apply(name), data.get(0), prior)))
                        .isEmpty();
        BoundaryChoice boundary = BoundaryChoice.of(
                settings,
                channel ->
                        formations.apply("unknown").light(observed.get(channel).filled()),
                observed,
                terms,
                usable);
        Formation formation = formations.apply(boundary.written());
        List<Problem> problems = IntStream.range(0, parts.size())
                .mapToObj(i -> new Problem(parts.get(i), formation, data.get(i), prior))
                .toList();
        problems.forEach(problem -> requireSolvable(problem, method, settings));
        Memory.of(problems, method).require(blurred);
        List<NdArray> starts = starts(observed, formation, start, together);
        return new Plan(
                settings,
                blurred,
                psf,
                choice,
                boundary,
                problems,
                starts,
                method,
                new Limits(settings.maxIterations()));
    }

    /**
     * This plan with a prior of the user's own: a function that is differentiated, {@link
     * org.acutance.deblur.prior.Prior#of(UnaryOperator)}, a proximal map or a denoiser. A weight that is open is found.
     *
     * @param own what takes the place of the prior
     * @throws IllegalArgumentException if the method cannot use it; the message says what to do
     */
    public Plan withPrior(Regulariser own) {
        if (own.couplesChannels() != together()) {
            throw new IllegalArgumentException("deblur: prior " + own.names() + (together() ? " is not" : " is")
                    + " about all colours together, unlike prior " + prior.written()
                    + " of the plan; plan with " + (together() ? "tv" : "vectorial-tv") + " first");
        }
        List<Problem> problems =
                channels.stream().map(problem -> problem.with(own)).toList();
        problems.forEach(problem -> requireSolvable(problem, method, settings));
        PriorChoice choice = new PriorChoice(own.names(), "as given");
        return new Plan(settings, blurred, psf, choice, boundary, problems, starts, method, limits);
    }

    private static List<NdArray> starts(
            List<Observation> observed, Formation formation, UnaryOperator<NdArray> start, boolean together) {
        List<NdArray> starts = observed.stream()
                .map(channel -> start.apply(formation.light(channel.values())))
                .toList();
        return together ? List.of(Observation.stacked(starts)) : starts;
    }

    private static void requireSolvable(Problem problem, Method method, Settings settings) {
        if (method.ownFidelity().isPresent() && settings.changes(Setting.FIDELITY)) {
            throw new IllegalArgumentException("deblur: method " + settings.method() + " cannot use fidelity "
                    + settings.fidelity() + ", it has its own: "
                    + method.ownFidelity().get() + "; leave the fidelity out or take another method");
        }
        if (!method.takesPrior()
                && settings.changes(Setting.PRIOR)
                && !settings.prior().equals("none")
                && !isKept(problem.prior(), method)) {
            throw new IllegalArgumentException("deblur: method " + settings.method() + " cannot use prior "
                    + settings.prior() + "; use prior none and the method's own parameters, or take another method");
        }
        method.obstacle(closed(problem)).ifPresent(obstacle -> {
            throw new IllegalArgumentException("deblur: method " + settings.method() + ": " + obstacle);
        });
        if (settings.changes(Setting.WEIGHT) && !method.takesPrior()) {
            throw new IllegalArgumentException("deblur: method " + settings.method() + " cannot use weight "
                    + settings.weight() + ", for it takes no prior; leave the weight out or take another method");
        }
        if (problem.prior().isOpen() && method.takesPrior()) {
            AutomaticWeight.obstacle(problem, settings.weight()).ifPresent(obstacle -> {
                throw new IllegalArgumentException("deblur: weight " + obstacle);
            });
        }
    }

    /** Whether a prior is of no more than limits, which a method that takes no prior keeps by itself. */
    private static boolean isKept(Regulariser prior, Method method) {
        return prior.withoutBounds().parts().isEmpty() && method.keepsLimits(prior.bounds());
    }

    /** A problem with some weight, so that its method can be asked about it. */
    static Problem closed(Problem problem) {
        return problem.with(problem.prior().withWeight(1));
    }

    /** Whether all colours are estimated as one array. */
    public boolean together() {
        return channels.get(0).observation().channelAxes() > 0;
    }

    /** How many samples do not count: those that the mask leaves out, and those that are no numbers. */
    public long masked() {
        return channels.stream()
                .flatMap(problem -> problem.observation().weights().stream())
                .mapToLong(weights -> IntStream.range(0, weights.size())
                        .filter(i -> weights.get(i) == 0)
                        .count())
                .sum();
    }

    /** The number of iterations of each search, or their limit, if that is known. */
    public OptionalInt iterations() {
        OptionalInt length = method.length(closed(channels.get(0)));
        OptionalInt limit = limits.maxIterations();
        return length.isPresent() && limit.isPresent()
                ? OptionalInt.of(Math.min(length.getAsInt(), limit.getAsInt()))
                : length.isPresent() ? length : limit;
    }

    /** What the user should know before anything is computed. */
    public List<Finding> findings() {
        return Stream.concat(psfFindings().stream(), unusedRule().stream()).toList();
    }

    /** A rule for weights where the prior leaves none open. */
    Optional<Finding> unusedRule() {
        boolean open = channels.stream().anyMatch(problem -> problem.prior().isOpen());
        return open || !settings.changes(Setting.WEIGHT)
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Severity.NOTE,
                        "weight " + settings.weight() + " is not used, for prior " + prior.written()
                                + " has no weight to be found",
                        "give a prior that has one, such as tv"));
    }

    /** What the user should know about the point spread function. */
    List<Finding> psfFindings() {
        Psf seen = channels.get(0).observation().psf();
        return Stream.concat(psf.report().findings().stream(), seen.fit(blurred.shape()).stream())
                .toList();
    }

    /** What will be done and why, one line each. */
    public List<String> explain() {
        return new Explanation(this).lines();
    }
}
