package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acutance.deblur.model.InvalidPixels;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.catalogue.SpecException;

/** Everything that can be chosen, in written form: the options of the command, the fields of a form, the keys of a recipe. */
public enum Setting {
    /** What the scene was blurred by. */
    PSF(
            "SPEC",
            spec("psf", "point spread function: gaussian:sigma=1x3,size=13, file:psf.npy, see 'acutance list psf'"),
            ""),
    /** The data term. */
    FIDELITY("SPEC", spec("fidelity", "data term"), "auto"),
    /** The regulariser. */
    PRIOR("SPEC", spec("prior", "what is expected of a sharp image"), "auto"),
    /** How weights are found. */
    WEIGHT(
            "RULE",
            spec("weight", "how the weight of a prior that has none is found; see 'acutance list weight'"),
            "auto"),
    /** What lies beyond the frame. */
    BOUNDARY("NAME", spec("boundary", "what the scene is taken to be beyond the frame"), "auto"),
    /** Factor of the forward model. */
    GAIN("X", Parameter.number("gain", "what the blurred scene is multiplied by", Double.MIN_VALUE, 1e300, "1"), "1"),
    /** Summand of the forward model. */
    BACKGROUND(
            "LEVEL",
            new Parameter<>(
                    "background",
                    "what is added to the blurred scene: a number, white being 1, or file:dark.npy",
                    "a number, or file:dark.npy",
                    Setting::level,
                    Optional.of("0")),
            "0"),
    /** What is done with pixels that are no numbers. */
    INVALID(
            "WHAT",
            Parameter.choice(
                    "invalid", "pixels that are NaN or infinite: refuse, or mask them", InvalidPixels.class, "refuse"),
            "refuse"),
    /** Weights of the pixels. */
    MASK("FILE", spec("mask", "weights of the pixels, an array of the image's shape: 0 leaves a pixel out"), ""),
    /** How the loss is minimised. */
    METHOD("SPEC", spec("method", "how the loss is minimised"), "auto"),
    /** Where the search starts. */
    START("SPEC", spec("start", "where the search starts"), "observed"),
    /** Limit of iterations. */
    MAX_ITERATIONS(
            "N",
            Parameter.integer(
                    "max-iterations", "limit of iterations, per channel (the method's own)", 1, Integer.MAX_VALUE, ""),
            ""),
    /** How samples and estimates are stored. */
    PRECISION(
            "P",
            Parameter.choice(
                    "precision",
                    "how samples and estimates are stored: auto is single for volumes of at most 16 bits or of float32, and for"
                            + " what the memory does not hold otherwise, else double",
                    PrecisionChoice.Asked.class,
                    "auto"),
            "auto"),
    /** Whether parts are deblurred one by one. */
    TILE(
            "EXTENTS",
            new Parameter<>(
                    "tile",
                    "shape of the parts that are deblurred one by one, as 64x256x256; auto for as large ones as the memory"
                            + " holds if it does not hold the whole, none for never",
                    "auto, none, or a whole number for each axis, as 64x256x256",
                    Setting::tile,
                    Optional.of("auto")),
            "auto"),
    /** How well they have to fit together. */
    SEAM(
            "SHARE",
            Parameter.number(
                    "seam",
                    "how far solutions for a part with more or less around it may be apart, of the largest sample; margins"
                            + " grow until they are not",
                    Double.MIN_VALUE,
                    1,
                    "0.001"),
            "0.001");

    /** What begins the name of a file where a number could stand too. */
    static final String FILE = "file:";

    private final String label;
    // A parameter is a record of texts and of a parser without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Parameter<?> parameter;

    private final String fallback;

    Setting(String label, Parameter<?> parameter, String fallback) {
        this.label = label;
        this.parameter = parameter;
        this.fallback = fallback;
    }

    private static String level(String written) {
        if (!written.startsWith(FILE) && !Double.isFinite(Double.parseDouble(written))) {
            throw new IllegalArgumentException("not finite");
        }
        return written;
    }

    private static String tile(String written) {
        if (!written.equals("auto") && !written.equals("none")) {
            Shape.of(extents(written));
        }
        return written;
    }

    /** The numbers of a shape in written form. */
    static int[] extents(String written) {
        int[] extents = Arrays.stream(written.split("x", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (Arrays.stream(extents).anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("out of range");
        }
        return extents;
    }

    private static Parameter<String> spec(String name, String help) {
        return Parameter.text(name, help, "text");
    }

    /** The name, as in {@code max-iterations}. */
    public String key() {
        return parameter.name();
    }

    /** What stands for its value in a help text. */
    public String label() {
        return label;
    }

    /** One line for the user, with what holds if nothing is given. */
    public String help() {
        return parameter.help() + (fallback.isEmpty() ? "" : " (" + fallback + ")");
    }

    /** What a value has to be, for messages. */
    public String form() {
        return parameter.form();
    }

    /** What holds if nothing is given; empty if that is to leave it out. */
    public String fallback() {
        return fallback;
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    /** The setting of a name. */
    public static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /**
     * A value in written form that has been checked as far as that is possible without an image.
     *
     * @throws SpecException if it cannot be read
     */
    public String checked(String value) {
        try {
            Objects.requireNonNull(parameter.parser().apply(value));
            return value;
        } catch (IllegalArgumentException unreadable) {
            throw new SpecException(key() + ": cannot use '" + value + "'; expected " + form());
        }
    }
}
