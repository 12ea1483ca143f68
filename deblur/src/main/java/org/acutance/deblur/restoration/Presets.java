package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
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

    /**
     * What was said, and a preset where that says nothing. A method that was said and brings its own data term, or takes no
     * prior, wins over the preset's.
     *
     * @throws org.acutance.math.catalogue.SpecException if the method cannot be read
     */
    public static Settings under(Settings said, Settings preset) {
        Method method = Methods.CATALOGUE.create(said.method());
        Settings left = method.ownFidelity().isPresent() ? preset.without(Setting.FIDELITY) : preset;
        return said.over(method.takesPrior() ? left : left.without(Setting.PRIOR));
    }

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
