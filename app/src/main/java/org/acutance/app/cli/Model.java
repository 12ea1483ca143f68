package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.deblur.certificate.Certificate;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Presets;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Setting;
import org.acutance.deblur.restoration.Settings;
import org.acutance.deblur.weight.AutomaticWeight;

/** The options that say how an image was blurred and how it is to be deblurred. */
final class Model {
    /** The point spread function. */
    static final Option<String> PSF = option(Setting.PSF);

    private static final Option<String> PRESET = Option.text(
            "--preset", "NAME", "settings for a kind of image, see 'acutance list preset'; other options win over it");
    private static final Option<Path> RECIPE = Option.path(
            "FILE", "settings as --save-recipe wrote them; preset and other options win over them", "--recipe");

    private Model() {}

    private static Option<String> option(Setting setting) {
        return new Option<>(
                List.of("--" + setting.key()), setting.label(), setting.help(), setting.form(), setting::checked);
    }

    /** Every setting, and what stands for many of them. */
    static Option<?>[] options() {
        return Stream.concat(Arrays.stream(Setting.values()).map(Model::option), Stream.of(PRESET, RECIPE))
                .toArray(Option<?>[]::new);
    }

    /**
     * The settings that options, preset and recipe make together.
     *
     * @throws UsageException if none of them says what the point spread function is
     */
    static Settings settings(Line line) {
        Settings preset = line.find(PRESET).map(Presets.CATALOGUE::create).orElse(Settings.NONE);
        Settings settings = Presets.under(said(line), preset)
                .over(line.find(RECIPE).map(Recipe::read).orElse(Settings.NONE));
        if (settings.psf().isEmpty()) {
            throw new UsageException("missing --psf SPEC (see 'acutance deblur --help')");
        }
        return settings;
    }

    private static Settings said(Line line) {
        Settings settings = Settings.NONE;
        for (Setting setting : Setting.values()) {
            Settings before = settings;
            settings = line.find(option(setting))
                    .map(value -> before.with(setting, value))
                    .orElse(before);
        }
        return settings;
    }

    /** The files that a command line names as settings. */
    static Stream<Path> files(Line line) {
        return line.find(RECIPE).stream();
    }

    /** Adds what was asked for, one key for each setting. */
    static void report(Settings settings, Report report) {
        for (Setting setting : Setting.values()) {
            report.put(setting.key().replace('-', '_'), settings.get(setting));
        }
        report.line(
                "model     %s + %s, boundary %s; %s from %s",
                settings.fidelity(), settings.prior(), settings.boundary(), settings.method(), settings.start());
    }

    /** What speaks for and against the result; warnings in full, the rest for programs. */
    private static void certificates(Restored restored, Report report) {
        report.put(
                "certificates",
                restored.certificates().stream().map(Certificate::map).toList());
        restored.certificates().stream()
                .flatMap(certificate -> certificate.lines().stream())
                .distinct()
                .forEach(line -> report.line("checked   %s", line));
    }

    /** The noise as the file counts, where it counts; of wide types the samples from 0 to 1 are hard to read. */
    private static Optional<String> counts(Plan plan, Restored restored) {
        SampleType type = plan.blurred().sampleType();
        String each = restored.certificates().stream()
                .map(certificate -> String.format(
                        Locale.ROOT, "%.4g", certificate.residual().noise() * type.scale()))
                .collect(Collectors.joining(", "));
        return type.isInteger() ? Optional.of(each + " in counts of " + type) : Optional.empty();
    }

    /** How the parts fit together, if there are any; what else is said of the search is about one of them. */
    private static void tiles(Restored restored, Report report) {
        restored.seams().ifPresent(seams -> {
            report.put("tiles", seams.parts())
                    .put("margin", Report.extents(seams.margin()))
                    .line("tiles     %s; what follows is about the part with most structure", seams);
            seams.difference().ifPresent(difference -> report.put("seam_measured", difference));
            if (seams.isExceeded()) {
                report.line(
                        "tiles     warning: they may not fit together; use larger ones, a method with a given number of"
                                + " iterations, or more memory");
            }
        });
    }

    /** Adds what was chosen and found. */
    static void found(Plan plan, Restored restored, Report report) {
        List<String> noise = plan.channels().stream()
                .map(problem -> problem.data().description())
                .distinct()
                .toList();
        report.put("noise", noise)
                .put("chosen_prior", plan.prior().written())
                .put("chosen_boundary", plan.boundary().written())
                .put("chosen_precision", plan.precision().written())
                .put("chosen_method", plan.method().reason(restored.problems().get(0)))
                .put("masked", plan.masked())
                .put(
                        "weights",
                        restored.weights().stream().map(AutomaticWeight::value).toList());
        noise.forEach(each -> report.line("noise     %s", each));
        counts(plan, restored).ifPresent(each -> report.line("noise     %s", each));
        if (!plan.settings().prior().equals(plan.prior().written())) {
            report.line("prior     %s, %s", plan.prior().written(), plan.prior().reason());
        }
        if (plan.settings().method().equals("auto")) {
            report.line(
                    "method    auto %s",
                    plan.method().reason(restored.problems().get(0)));
        }
        tiles(restored, report);
        certificates(restored, report);
        if (plan.masked() > 0) {
            report.line("masked    %d samples do not count", plan.masked());
        }
    }
}
