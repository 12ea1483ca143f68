package org.acutance.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Presets;
import org.acutance.deblur.restoration.Starts;
import org.acutance.deblur.weight.WeightRules;
import org.acutance.io.ImageFormats;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** {@code acutance list}. */
final class ListCommand implements Command {
    private static final String NAME = "acutance list";
    private static final Option<String> KIND = Option.text("KIND", "KIND", "what to list; everything if left out");

    private static final Catalogue<Catalogue<?>> KINDS = new Catalogue<>(
            "kind",
            List.of(
                    kind("psf", "point spread functions, for --psf", () -> Psfs.catalogue(new ArrayFiles())),
                    kind("fidelity", "data terms, for --fidelity", () -> Fidelities.catalogue(new ArrayFiles())),
                    kind("prior", "what is expected of a sharp image, for --prior", () -> Priors.CATALOGUE),
                    kind("weight", "how the weight of a prior is found, for --weight", () -> WeightRules.CATALOGUE),
                    kind("boundary", "what lies beyond the frame, for --boundary", () -> Boundaries.CATALOGUE),
                    kind("method", "how the loss is minimised, for --method", () -> Methods.CATALOGUE),
                    kind("start", "where an optimiser starts, for --start", () -> Starts.catalogue(new ArrayFiles())),
                    kind("preset", "settings for kinds of images, for --preset", () -> Presets.CATALOGUE),
                    kind("noise", "noises, for --noise", () -> Noises.CATALOGUE),
                    kind("format", "file formats, by the ending of a name", () -> ImageFormats.CATALOGUE)));

    private static Entry<Catalogue<?>> kind(String name, String help, Supplier<Catalogue<?>> catalogue) {
        return new Entry<>(name, help, List.of(), arguments -> catalogue.get());
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "[KIND]",
                        "Lists what there is to choose from, as name:parameter=value,parameter=value. Kinds: "
                                + String.join(", ", KINDS.names()) + ".")
                .example(NAME + " psf", "the point spread functions and their parameters")
                .example(NAME, "everything")
                .argument(KIND, false)
                .takes(Report.JSON)
                .note("Keys of --json: command, and one for each kind, a list of name, help and parameters; parameters"
                        + " have name, help, form, required and default.");
    }

    @Override
    public ExitCode run(Line line, Session session) {
        List<Entry<Catalogue<?>>> kinds =
                line.argument(0, KIND).map(KINDS::find).map(List::of).orElse(KINDS.entries());
        Report report = new Report("list");
        kinds.forEach(kind -> add(kind, KINDS.create(kind.name()), report));
        report.print(line, session);
        return ExitCode.OK;
    }

    private static void add(Entry<Catalogue<?>> kind, Catalogue<?> catalogue, Report report) {
        report.line("%s: %s", kind.name(), kind.help());
        List<Object> entries = new ArrayList<>();
        for (Entry<?> entry : catalogue.entries()) {
            report.line("  %-17s %s", entry.name(), entry.help());
            entry.parameters().forEach(parameter -> report.line("    %-15s %s", parameter.name(), text(parameter)));
            entries.add(values(entry));
        }
        report.line("").put(kind.name(), entries);
    }

    private static String text(Parameter<?> parameter) {
        String fallback = parameter.fallback().orElse("");
        String remark = parameter.required() ? " (required)" : fallback.isEmpty() ? "" : " (" + fallback + ")";
        return parameter.help() + remark;
    }

    private static Map<String, Object> values(Entry<?> entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", entry.name());
        values.put("help", entry.help());
        values.put(
                "parameters",
                entry.parameters().stream().map(ListCommand::values).toList());
        return values;
    }

    private static Map<String, Object> values(Parameter<?> parameter) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", parameter.name());
        values.put("help", parameter.help());
        values.put("form", parameter.form());
        values.put("required", parameter.required());
        values.put("default", parameter.fallback().filter(text -> !text.isEmpty()));
        return values;
    }
}
