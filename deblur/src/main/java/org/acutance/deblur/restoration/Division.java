package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelity;
import org.acutance.deblur.model.InvalidPixels;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Plans an image as a whole, or part by part where it has to be or was asked for. */
final class Division {
    /** Of what the JVM may use, what is planned with: part of it is room between generations. */
    private static final double USABLE = 0.85;

    /** How often parts are made smaller: their canvas is larger than they are, by more for small ones. */
    private static final int MOST_TRIES = 4;

    private final Settings settings;
    private final Image blurred;
    private final Function<String, NdArray> loader;
    private final Psf psf;
    private final Method method;
    private final List<PrecisionChoice> precisions;

    /**
     * Reads the settings.
     *
     * @param loader reads the array that a specification names
     */
    Division(Settings settings, Image blurred, Function<String, NdArray> loader) {
        Boundaries.CATALOGUE.create(settings.boundary());
        AutomaticWeight.requireKnown(settings.weight());
        this.settings = settings;
        this.blurred = blurred;
        this.loader = loader;
        this.precisions = PrecisionChoice.of(settings, blurred);
        this.method = Methods.CATALOGUE.create(settings.method());
        this.psf = Psfs.catalogue(loader)
                .create(settings.psf())
                .forRank(blurred.shape().rank());
        psf.fit(blurred.shape());
    }

    Plan plan() {
        String tile = settings.tile();
        if (!tile.equals("auto") && !tile.equals("none")) {
            return divided(precisions.get(0), Tiles.of(blurred.shape(), Shape.of(asked(tile))), "as asked for");
        }
        Memory needed = new Memory(0);
        for (PrecisionChoice choice : precisions) {
            needed = Memory.least(blurred, choice.precision());
            if (needed.fits(Memory.available())) {
                Planning planning = planning(blurred, choice, loader, false);
                Plan whole = planning.found(planning.levels());
                needed = Memory.whole(whole);
                if (needed.fits(Memory.available())) {
                    return whole;
                }
            }
        }
        return lacking(needed);
    }

    /** The plan where the memory does not hold the whole. */
    private Plan lacking(Memory needed) {
        if (settings.tile().equals("none")) {
            throw needed.refusal(blurred, "allow parts with --tile auto");
        }
        PrecisionChoice precision = precisions.get(precisions.size() - 1);
        Memory room = new Memory(USABLE * Memory.available().bytes()).minus(Memory.held(blurred));
        double perSample = Memory.leastOfSample(blurred, precision.precision()).bytes();
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Tiles> tiles = Tiles.within(room.bytes() / perSample, blurred.shape(), margin());
            Plan plan = divided(
                    precision,
                    tiles.orElseThrow(() -> needed.refusal(blurred, "deblur a part of the image")),
                    "since the whole needs about " + needed.size() + " and the JVM may use "
                            + Memory.available().size());
            Problem problem = plan.channels().get(0);
            double found = Memory.of(plan.channels(), method).bytes()
                    / problem.formation().frame().size();
            if (found <= perSample) {
                return plan;
            }
            perSample = found;
        }
        throw needed.refusal(blurred, "deblur a part of the image");
    }

    private Shape margin() {
        return Tiles.margin(psf.kernel());
    }

    private Planning planning(Image image, PrecisionChoice precision, Function<String, NdArray> arrays, boolean part) {
        return new Planning(settings, image, precision, psf, method, arrays, part);
    }

    private Planning planning(Box box, PrecisionChoice precision) {
        Image cut = new Image(
                blurred.channels().stream().map(box::of).toList(), blurred.colourModel(), blurred.sampleType());
        return planning(
                cut,
                precision,
                name -> {
                    NdArray whole = loader.apply(name);
                    return whole.shape().equals(blurred.shape()) ? box.of(whole) : whole;
                },
                true);
    }

    private Plan divided(PrecisionChoice precision, Tiles tiles, String reason) {
        if (settings.get(Setting.INVALID).equals(Setting.INVALID.fallback())) {
            blurred.colours().forEach(colour -> InvalidPixels.REFUSE.observe("deblur", colour, psf));
        }
        Box sample = tiles.mostStructure(blurred.colours().get(0));
        Planning planning = planning(sample.grown(margin(), blurred.shape()), precision);
        List<Fidelity> levels = planning.settled();
        Plan found = planning.found(levels);
        obstacle(found).ifPresent(obstacle -> {
            throw new IllegalArgumentException("deblur: the image cannot be deblurred part by part, " + reason
                    + ", for " + obstacle + "; give the JVM more memory with -Xmx, or change that");
        });
        return found.dividing(
                blurred,
                new Tiling(
                        tiles,
                        sample,
                        margin(),
                        settings.seam(),
                        box -> planning(box, precision).like(found, levels),
                        reason));
    }

    /** What is about the image as a whole. */
    private Optional<String> obstacle(Plan part) {
        Problem problem = part.channels().get(0);
        if (method.subsampling() > 1) {
            return Optional.of("its method samples the scene more finely than the pixels");
        }
        if (part.boundary().written().equals("periodic")) {
            return Optional.of("boundary periodic joins opposite sides");
        }
        if (method.ownFidelity().isEmpty() && !problem.data().isLikelihood()) {
            return Optional.of("fidelity " + settings.fidelity() + " is no sum over the samples");
        }
        return problem.prior().isLocal()
                ? Optional.empty()
                : Optional.of("prior " + part.prior().written() + " is no sum over the surroundings of samples");
    }

    private int[] asked(String written) {
        int[] extents = Setting.extents(written);
        if (extents.length != blurred.shape().rank()) {
            throw new IllegalArgumentException("deblur: tile " + written + " has " + extents.length
                    + " extents but the image " + blurred.shape() + " has rank "
                    + blurred.shape().rank() + "; give one for each axis");
        }
        return extents;
    }
}
