package org.acutance.app.cli;

import java.util.OptionalInt;
import org.acutance.deblur.restoration.Settings;

/** The options that say how an image was blurred and how it is to be deblurred. */
final class Model {
    /** What {@link Settings} has without options. */
    static final Settings DEFAULTS = Settings.of("");

    static final Option<String> PSF = Option.text(
            "--psf",
            "SPEC",
            "point spread function: gaussian:sigma=1x3,size=13, file:psf.npy, see 'acutance list psf'");
    static final Option<String> BOUNDARY = Option.text(
            "--boundary", "NAME", "what the scene is taken to be beyond the frame (" + DEFAULTS.boundary() + ")");
    static final Option<String> FIDELITY = Option.text("--fidelity", "SPEC", "data term (" + DEFAULTS.fidelity() + ")");
    static final Option<String> PRIOR =
            Option.text("--prior", "SPEC", "what is expected of a sharp image (" + DEFAULTS.prior() + ")");
    static final Option<String> WEIGHT = Option.text(
            "--weight",
            "RULE",
            "how the weight of a prior that has none is found (" + DEFAULTS.weight() + "); see 'acutance list weight'");
    static final Option<String> METHOD = Option.text("--method", "SPEC", "optimiser (" + DEFAULTS.method() + ")");
    static final Option<String> START =
            Option.text("--start", "SPEC", "where the optimiser starts (" + DEFAULTS.start() + ")");
    static final Option<Integer> MAX_ITERATIONS =
            Option.whole("--max-iterations", 1, "limit of iterations, per colour (the method's own)");

    private Model() {}

    static Settings settings(Line line) {
        return new Settings(
                line.get(PSF),
                line.get(FIDELITY, DEFAULTS.fidelity()),
                line.get(PRIOR, DEFAULTS.prior()),
                line.get(WEIGHT, DEFAULTS.weight()),
                line.get(BOUNDARY, DEFAULTS.boundary()),
                line.get(METHOD, DEFAULTS.method()),
                line.get(START, DEFAULTS.start()),
                line.find(MAX_ITERATIONS).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    /** Adds the settings. */
    static void report(Settings settings, Report report) {
        report.put("psf", settings.psf())
                .put("fidelity", settings.fidelity())
                .put("prior", settings.prior())
                .put("weight", settings.weight())
                .put("boundary", settings.boundary())
                .put("method", settings.method())
                .put("start", settings.start())
                .line(
                        "model     %s + %s, boundary %s; %s from %s",
                        settings.fidelity(),
                        settings.prior(),
                        settings.boundary(),
                        settings.method(),
                        settings.start());
    }
}
