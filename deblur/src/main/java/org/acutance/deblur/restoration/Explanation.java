package org.acutance.deblur.restoration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.weight.AutomaticWeight;

/** What a plan will do and why, in words. */
final class Explanation {
    private final Plan plan;
    private final Settings settings;
    private final Problem first;

    Explanation(Plan plan) {
        this.plan = plan;
        this.settings = plan.settings();
        this.first = plan.channels().get(0);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("image: " + plan.blurred() + ", deblurred in " + channels() + ", samples as "
                + plan.precision().precision() + " from 0 to 1, "
                + plan.precision().reason());
        lines.add("psf: " + settings.psf() + " makes a kernel of "
                + plan.psf().kernel().shape());
        plan.psfFindings().forEach(finding -> lines.add("psf: " + finding));
        lines.add("model: " + model());
        lines.add("loss: " + loss());
        noise(lines);
        lines.add("prior: " + plan.prior().written() + ", " + plan.prior().reason());
        weight(lines);
        lines.add("boundary: " + boundary());
        lines.add("method: " + method());
        plan.method().notes(Plan.closed(first)).forEach(note -> lines.add("method: note: " + note));
        plan.tiling().ifPresent(tiling -> lines.add("tiles: " + tiling));
        lines.add("memory: "
                + (plan.tiling().isPresent()
                        ? Memory.of(plan.channels(), plan.method()).plus(Memory.held(plan.blurred()))
                        : Memory.whole(plan)));
        return lines;
    }

    private String channels() {
        int colours = plan.blurred().colours().size();
        return colours == 1
                ? "1 channel"
                : colours + (plan.together() ? " channels together" : " channels, each for itself");
    }

    private String model() {
        Formation formation = first.formation();
        String scene = formation.gain() == 1 ? "psf * scene" : formation.gain() + " (psf * scene)";
        String level = settings.changes(Setting.BACKGROUND) ? " + " + settings.get(Setting.BACKGROUND) : "";
        long masked = plan.masked();
        return "image = " + scene + level + " + noise; "
                + (masked == 0 ? "all samples count" : masked + " masked samples do not count");
    }

    private String loss() {
        Method method = plan.method();
        return method.ownFidelity().orElse(settings.fidelity())
                + (method.takesPrior() ? " + " + plan.prior().written() : "");
    }

    /** What all channels have in common is said once. */
    private void noise(List<String> lines) {
        List<String> each = plan.channels().stream()
                .map(problem -> problem.data().description())
                .toList();
        if (each.stream().distinct().count() == 1) {
            lines.add("noise: " + each.get(0));
        } else {
            IntStream.range(0, each.size()).forEach(i -> lines.add("noise: channel " + (i + 1) + ": " + each.get(i)));
        }
    }

    private void weight(List<String> lines) {
        plan.unusedRule().ifPresent(finding -> lines.add("weight: " + finding));
        if (first.prior().isOpen() && plan.method().takesPrior()) {
            String rule = AutomaticWeight.rule(settings.weight());
            lines.add("weight: found by " + rule
                    + (settings.weight().equals("auto")
                            ? ", which hardly rests on the level of the noise"
                            : ", as asked for"));
        }
    }

    private String boundary() {
        Formation formation = first.formation();
        return plan.boundary().written() + ", " + plan.boundary().reason() + "; the scene is estimated on a canvas of "
                + formation.canvas()
                + (formation.pixel().size() == 1 ? "" : ", " + formation.pixel() + " to a pixel")
                + (formation.reachesBeyond() ? ", which goes on beyond the frame of " + formation.frame() : "");
    }

    private String method() {
        OptionalInt iterations = plan.iterations();
        return settings.method() + " from start " + settings.start() + ", "
                + plan.method().reason(Plan.closed(first))
                + (iterations.isEmpty() ? "" : "; at most " + iterations.getAsInt() + " iterations");
    }
}
