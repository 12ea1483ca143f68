package org.acutance.examples;

import java.nio.file.Path;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.io.Npy;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/** Blurs a test card and makes it sharp again. */
public final class DeblurAPicture {
    private DeblurAPicture() {}

    /** Prints the quality before and after. */
    public static void main(String[] arguments) {
        NdArray scene = ResolutionChart.draw(96, 96);
        NdArray kernel = Psfs.gaussian(1, 2).forRank(2).kernel();
        NdArray blurred =
                new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.REFLECT).apply(scene);

        Settings settings = Settings.of("gaussian:sigma=1x2").withPrior("gradient-norm:weight=0.01");
        Plan plan = Plan.of(settings, Image.gray(blurred), path -> Npy.read(Path.of(path)));
        plan.explain().forEach(System.out::println);
        Restored restored = Deblurring.run(plan);

        NdArray sharp = restored.image().channels().get(0);
        System.out.printf("%s%n", restored.reason().message());
        System.out.printf("PSNR %.2f -> %.2f dB%n", Quality.psnr(scene, blurred, 1), Quality.psnr(scene, sharp, 1));
    }
}
