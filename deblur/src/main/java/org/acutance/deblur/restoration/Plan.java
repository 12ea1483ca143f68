package org.acutance.deblur.restoration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.BoundaryCondition;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Fidelity;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.InvalidPixels;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A deblurring problem that has been checked and is ready to run: nothing of it has been computed yet, and all that can
 * be refused has been.
 *
 * @param settings what was asked for
 * @param blurred the image
 * @param psf the point spread function
 * @param channels one problem per colour, on samples normalised to around [0, 1], in FLOAT64
 * @param starts where the search of each channel starts, of the shape of the frame
 * @param method how the problems are solved
 * @param limits what the user limits
 */
public record Plan(
        Settings settings,
        Image blurred,
        Psf psf,
        List<Problem> channels,
        List<NdArray> starts,
        Method method,
        Limits limits) {
    /**
     * Arrays of the size of a channel that a run holds at most: the records of the loss and of its gradient, and the
     * vectors of the optimiser at its defaults. newton-cg and l-bfgs deblur a 2048x2048 picture in a heap little larger than that.
     */
    private static final int ARRAYS_HELD = 60;

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
        BoundaryCondition boundary = Boundaries.CATALOGUE.create(settings.boundary());
        Fidelity fidelity = Fidelities.catalogue(loader).create(settings.fidelity());
        Method method = Methods.CATALOGUE.create(settings.method());
        Regulariser prior = DefaultPrior.resolve(settings, blurred.shape());
        UnaryOperator<NdArray> start = Starts.catalogue(loader).create(settings.start());
        Psf psf = Psfs.catalogue(loader)
                .create(settings.psf())
                .forRank(blurred.shape().rank());
        requireMemory(blurred.shape());
        List<NdArray> observed = blurred.normalised(Precision.FLOAT64).colours();
        observed.forEach(channel -> InvalidPixels.requireFinite("deblur", channel));
        List<NdArray> starts = observed.stream().map(start).toList();
        Formation formation = boundary.formation(psf.kernel().to(Precision.FLOAT64), blurred.shape());
        List<Problem> channels = observed.stream()
                .map(channel -> problem(Observation.of(channel, psf), formation, fidelity, prior))
                .toList();
        channels.forEach(problem -> requireSolvable(problem, method, settings));
        return new Plan(settings, blurred, psf, channels, starts, method, new Limits(settings.maxIterations()));
    }

    private static Problem problem(Observation observation, Formation formation, Fidelity fidelity, Regulariser prior) {
        return new Problem(observation, formation, fidelity.on(observation), prior);
    }

    private static void requireSolvable(Problem problem, Method method, Settings settings) {
        Settings defaults = Settings.of(settings.psf());
        if (method.ownFidelity().isPresent() && !settings.fidelity().equals(defaults.fidelity())) {
            throw new IllegalArgumentException("deblur: method " + settings.method() + " cannot use fidelity "
                    + settings.fidelity() + ", it has its own: "
                    + method.ownFidelity().get() + "; leave the fidelity out or take another method");
        }
        if (!method.takesPrior() && !List.of(defaults.prior(), "none").contains(settings.prior())) {
            throw new IllegalArgumentException("deblur: method " + settings.method() + " cannot use prior "
                    + settings.prior() + "; use prior none and the method's own parameters, or take another method");
        }
        method.obstacle(problem.with(problem.prior().withWeight(1))).ifPresent(obstacle -> {
            throw new IllegalArgumentException("deblur: method " + settings.method() + ": " + obstacle);
        });
    }

    private static void requireMemory(Shape shape) {
        long needed = memory(shape);
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "deblur: an image of %s needs about %.1f GiB but the JVM may use %.1f GiB; give it more with -Xmx,"
                            + " or deblur parts of the image",
                    shape,
                    needed / 0x1p30,
                    available / 0x1p30));
        }
    }

    private static long memory(Shape shape) {
        return (long) ARRAYS_HELD * Double.BYTES * shape.size();
    }

    /** What the user should know about the point spread function. */
    public List<Finding> findings() {
        return Stream.concat(psf.report().findings().stream(), psf.fit(blurred.shape()).stream())
                .toList();
    }

    /** What will be done and why, one line each. */
    public List<String> explain() {
        List<String> lines = new ArrayList<>();
        lines.add("image: " + blurred + ", deblurred in " + channels.size()
                + (channels.size() == 1 ? " channel" : " channels of its own") + ", samples as FLOAT64 from 0 to 1");
        lines.add(
                "psf: " + settings.psf() + " makes a kernel of " + psf.kernel().shape());
        findings().forEach(finding -> lines.add("psf: " + finding));
        lines.add("loss: " + method.ownFidelity().orElse(settings.fidelity())
                + (method.takesPrior() ? " + " + settings.prior() : ""));
        lines.add("noise: " + channels.get(0).data().description());
        lines.add("boundary: " + settings.boundary() + ", the scene is estimated on a canvas of "
                + channels.get(0).formation().canvas());
        lines.add("method: " + settings.method() + " from start " + settings.start()
                + (settings.maxIterations().isPresent()
                        ? ", at most " + settings.maxIterations().getAsInt() + " iterations"
                        : ""));
        channels.forEach(problem -> method.notes(problem).forEach(note -> lines.add("method: note: " + note)));
        lines.add(String.format(Locale.ROOT, "memory: at most about %.1f MiB", memory(blurred.shape()) / 0x1p20));
        return lines;
    }
}
