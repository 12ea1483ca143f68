package org.acutance.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/** The README's lines, word for word, so that they are compiled and run. */
public final class FromTheReadme {
    private FromTheReadme() {}

    /** Runs them in a temporary folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("acutance");
        Path in = folder.resolve("blurred.png");
        Path out = folder.resolve("sharp.png");
        Image card = Image.gray(ResolutionChart.draw(64, 64));
        Images.write(in, card, WriteOptions.NEW.as(SampleType.UINT8));
        deblur(in, out);
        minimise();
        Files.delete(out);
        Files.delete(in);
        Files.delete(folder);
    }

    // spotless:off
    private static void deblur(Path in, Path out) {
        Image blurred = Images.read(in);
        Settings settings = Settings.of("gaussian:sigma=1x3");
        Plan plan = Plan.of(settings, blurred, path -> Npy.read(Path.of(path)));
        Restored restored = Deblurring.run(plan);
        Images.write(out, restored.image(), WriteOptions.NEW.as(blurred.sampleType()));
    }

    private static void minimise() {
        Objective rosenbrock = Objective.differentiated(x -> {
            Tensor head = x.slice(0, 0, 3);
            Tensor tail = x.slice(0, 1, 4);
            return tail.minus(head.square()).square().times(100).plus(head.minus(1).square()).sum();
        });
        Solution solution = Minimize.by("newton-cg:xtol=1e-8").minimize(rosenbrock, NdArray.vector(-1.2, 1, -1.2, 1));
        System.out.println(solution.message() + " " + solution.x());
    }
    // spotless:on
}
