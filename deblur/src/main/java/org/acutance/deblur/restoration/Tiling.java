package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.math.array.Shape;

/**
 * How an image is deblurred part by part. Each part is solved with a margin around it that is thrown away; what is found from
 * the image is found from one part, the sample, and used for all.
 *
 * @param tiles the parts
 * @param sample the part of the image with most structure
 * @param margin samples around a part to begin with, along each axis
 * @param bound how far solutions with different margins may be apart, as a part of the largest sample
 * @param parts plans parts of the image as the sample is planned
 * @param reason why, in words
 */
record Tiling(Tiles tiles, Box sample, Shape margin, double bound, Function<Box, Plan> parts, String reason) {
    /** The plan of a part with a margin. */
    Plan part(Box core, Shape around) {
        return parts.apply(core.grown(around, tiles.whole()));
    }

    /** All parts, the samples first. */
    List<Box> boxes() {
        List<Box> first = samples();
        return Stream.concat(first.stream(), tiles.boxes().stream().filter(box -> !first.contains(box)))
                .toList();
    }

    /** The parts by which margins are judged: the sample, and some that lie far from each other. */
    List<Box> samples() {
        List<Box> all = tiles.boxes();
        return Stream.of(sample, all.get(0), all.get(all.size() / 2), all.get(all.size() - 1))
                .distinct()
                .limit(Math.max(1, all.size() / 2))
                .toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d parts of %s, each solved with a margin of %s around it, %s; what is found from the image is found from the part"
                        + " at %s, which has most structure; margins are doubled should solutions for a sample of parts with"
                        + " more margin differ by more than %.2g of the largest sample",
                tiles.boxes().size(),
                tiles.core(),
                margin,
                reason,
                sample.from(),
                bound);
    }
}
