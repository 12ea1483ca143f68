package org.acutance.examples;

import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.ConvolutionMap;

/** What is expected of a sharp image, written as a plain function: its gradient is found, and its weight too. */
public final class DeblurWithAPriorOfYourOwn {
    private DeblurWithAPriorOfYourOwn() {}

    /** Prints the quality before and after. */
    public static void main(String[] arguments) {
        NdArray scene = ResolutionChart.draw(48, 48);
        NdArray kernel = Psfs.gaussian(1.5, 1.5).forRank(2).kernel();
        NdArray clean = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.REFLECT).apply(scene);
        NdArray blurred = new GaussianNoise(0.01).addTo(clean, 1);

        Settings settings = Settings.of("gaussian:sigma=1.5").withBoundary("reflect");
        Plan plan = Plan.of(settings, Image.gray(blurred), path -> kernel)
                .withPrior(Regulariser.of(Prior.of(DeblurWithAPriorOfYourOwn::steps)));
        Restored restored = Deblurring.run(plan);

        NdArray sharp = restored.image().channels().get(0);
        restored.certificates().get(0).lines().forEach(System.out::println);
        System.out.printf("PSNR %.2f -> %.2f dB%n", Quality.psnr(scene, blurred, 1), Quality.psnr(scene, sharp, 1));
    }

    /** Few steps between neighbours along rows and columns. */
    private static Tensor steps(Tensor x) {
        return along(x, 0).plus(along(x, 1));
    }

    private static Tensor along(Tensor x, int axis) {
        int extent = x.shape().extent(axis);
        Tensor step = x.slice(axis, 1, extent).minus(x.slice(axis, 0, extent - 1));
        return step.square().plus(1e-4).sqrt().sum();
    }
}
