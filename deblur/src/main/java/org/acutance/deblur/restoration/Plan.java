package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;

/**
 * A deblurring problem that has been checked and is ready to run: nothing of it has been computed yet, and all that can
 * be refused has been.
 *
 * @param settings what was asked for
 * @param blurred the image
 * @param precision what is computed in, and why
 * @param psf the point spread function, as it was given
 * @param prior the prior that is used, and why
 * @param boundary what the scene is taken to be beyond the frame, and why
 * @param channels one problem per colour, on samples normalised to around [0, 1], in that precision; a single one, its first
 *     axis that of the colours, if a prior is about all of them together
 * @param starts where the search of each problem starts, of the shape of its frame
 * @param method how the problems are solved
 * @param limits what the user limits
 * @param tiling how it is deblurred part by part; problems and starts are those of one part then, with most structure. Empty
 *     if it is deblurred as a whole
 */
public record Plan(
        Settings settings,
        Image blurred,
        PrecisionChoice precision,
        Psf psf,
        PriorChoice prior,
        BoundaryChoice boundary,
        List<Problem> channels,
        List<NdArray> starts,
        Method method,
        Limits limits,
        Optional<Tiling> tiling) {
    /** A plan; the lists are copied. */
    public Plan {
        channels = List.copyOf(channels);
        starts = List.copyOf(starts);
    }

    /**
     * Checks settings against an image. One that the memory of the JVM does not hold as a whole is divided into parts, unless
     * the settings say otherwise.
     *
     * @param loader reads the array that a specification such as {@code file:psf.npy} names
     * @throws IllegalArgumentException if a specification, the point spread function or the image cannot be used; the
     *     message says what to do
     */
    public static Plan of(Settings settings, Image blurred, Function<String, NdArray> loader) {
        return new Division(settings, blurred, loader).plan();
    }

    /** A plan of a single part, all of whose samples are there. */
    Plan(
            Settings settings,
            Image blurred,
            PrecisionChoice precision,
            Psf psf,
            PriorChoice prior,
            BoundaryChoice boundary,
            List<Problem> channels,
            List<NdArray> starts,
            Method method) {
        this(
                settings,
                blurred,
                precision,
                psf,
                prior,
                boundary,
                channels,
                starts,
                method,
                new Limits(settings.maxIterations()),
                Optional.empty());
    }

    /** This plan, of a part of an image, for all of its parts. */
    Plan dividing(Image whole, Tiling into) {
        return new Plan(
                settings, whole, precision, psf, prior, boundary, channels, starts, method, limits, Optional.of(into));
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
        return new Plan(settings, blurred, precision, psf, choice, boundary, problems, starts, method, limits, tiling);
    }

    static void requireSolvable(Problem problem, Method method, Settings settings) {
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

    /**
     * Refuses what cannot be done part by part.
     *
     * @param operation its name
     * @throws IllegalArgumentException if it is deblurred part by part
     */
    public void requireWhole(String operation) {
        if (tiling.isPresent()) {
            throw new IllegalArgumentException(operation + ": the image is deblurred in " + parts()
                    + " parts, but this is computed for the whole only; give the JVM more memory with -Xmx, or leave --tile"
                    + " out");
        }
    }

    /** How many parts are deblurred one by one. */
    public int parts() {
        return tiling.map(into -> into.tiles().boxes().size()).orElse(1);
    }

    /** The shape of the parts as {@link Setting#TILE} has it, {@code none} where it is one. */
    public String tile() {
        return tiling.map(into -> Arrays.stream(into.tiles().core().extents())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("x")))
                .orElse("none");
    }

    /**
     * How many samples do not count: those that the mask leaves out, and those that are no numbers; of an image that is
     * deblurred part by part those in the part with most structure.
     */
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
