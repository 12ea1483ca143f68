package org.acutance.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.psf.Psfs;
import org.acutance.io.Npy;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/**
 * The article's picture with noise of standard deviation 0.01.
 *
 * @param name where it comes from
 * @param blurred the picture, black beyond its frame
 */
record ArticlePicture(String name, Blurred blurred) {
    private static final int SIDE = 171;
    private static final double SIGMA = 0.01;

    /** The article's own, from a folder, or one like it of the test card if there is no such folder. */
    static ArticlePicture of(Path folder) {
        return Files.isDirectory(folder) ? in(folder) : drawn(folder);
    }

    private static ArticlePicture in(Path folder) {
        return new ArticlePicture(
                "astronaut, from " + folder,
                new Blurred(
                        Npy.read(folder.resolve("astro_org.npy")),
                        Npy.read(folder.resolve("astro_blur_noise001.npy")),
                        Npy.read(folder.resolve("psf.npy"))));
    }

    private static ArticlePicture drawn(Path folder) {
        NdArray scene = ResolutionChart.draw(SIDE, SIDE);
        NdArray kernel =
                Psfs.catalogue().create("gaussian:sigma=1x3,size=13").forRank(2).kernel();
        NdArray blurred = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.ZERO).apply(scene);
        return new ArticlePicture(
                "test card, as there is no folder " + folder,
                new Blurred(scene, new GaussianNoise(SIGMA).addTo(blurred, 0), kernel));
    }
}
