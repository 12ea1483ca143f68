package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** Settings for kinds of images, by name. What is said beside a preset wins over it. */
public final class Presets {
    /** {@code photo}, {@code astronomy}, {@code widefield}, {@code confocal}, {@code light-sheet}, {@code text}. */
    public static final Catalogue<Settings> CATALOGUE = new Catalogue<>(
            "preset",
            List.of(
                    preset("photo", "photographs: blocks look alike", Map.of(Setting.PRIOR, "bm3d+box")),
                    preset(
                            "astronomy",
                            "stars and galaxies: light is not negative and most of the sky is dark",
                            Map.of(Setting.PRIOR, "wavelet+non-negative")),
                    preset(
                            "widefield",
                            "fluorescence: few photons, structures that bend, light from other planes",
                            Map.of(Setting.FIDELITY, "poisson", Setting.PRIOR, "hessian-schatten+non-negative")),
                    preset(
                            "confocal",
                            "fluorescence in thin sections: very few photons",
                            Map.of(Setting.FIDELITY, "poisson", Setting.PRIOR, "tv+non-negative")),
                    preset(
                            "light-sheet",
                            "fluorescence by a sheet: many photons, structures that bend",
                            Map.of(Setting.FIDELITY, "auto", Setting.PRIOR, "hessian-schatten+non-negative")),
                    preset(
                            "text",
                            "writing and drawings: flat regions from black to white with sharp edges",
                            Map.of(Setting.PRIOR, "tv+box"))));

    private Presets() {}

    private static Entry<Settings> preset(String name, String help, Map<Setting, String> given) {
        Settings settings = new Settings(given);
        return Entry.plain(name, help + "; " + written(settings), settings);
    }

    private static String written(Settings settings) {
        return settings.given().entrySet().stream()
                .map(entry -> entry.getKey().key() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
