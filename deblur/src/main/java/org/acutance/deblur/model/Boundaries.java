package org.acutance.deblur.model;

import java.util.Arrays;
import org.acutance.math.array.Boundary;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The boundary rules by name: what the scene is taken to be beyond the frame. */
public final class Boundaries {
    /** {@code zero}, {@code periodic}, {@code reflect}, {@code mirror}, {@code replicate}. */
    public static final Catalogue<Boundary> CATALOGUE = new Catalogue<>(
            "boundary", Arrays.stream(Boundary.values()).map(Boundaries::entry).toList());

    private Boundaries() {}

    private static Entry<Boundary> entry(Boundary boundary) {
        return Entry.plain(Parameter.written(boundary), help(boundary), boundary);
    }

    private static String help(Boundary boundary) {
        return switch (boundary) {
            case ZERO -> "0 0 0 | a b c d | 0 0 0, black beyond the frame";
            case PERIODIC -> "b c d | a b c d | a b c, the opposite side";
            case REFLECT -> "c b a | a b c d | d c b, the border pixel twice";
            case MIRROR -> "d c b | a b c d | c b a, the border pixel once";
            case REPLICATE -> "a a a | a b c d | d d d, the border pixel on and on";
        };
    }
}
