package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.Colour;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Rescale;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.io.Images;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * The sharp picture that a demonstration blurs.
 *
 * @param name what to call it
 * @param pixels grey values in [0, 1]
 * @param prior the regulariser that suits it
 */
record DemoScene(String name, NdArray pixels, String prior) {
    /** The article's weight, for photographs. */
    static final String ARTICLE_PRIOR = "gradient-norm:weight=0.2";

    /** The card is all fine detail and has no noise, so that there is little to be smoothed. */
    static final String CHART_PRIOR = "gradient-norm:weight=0.01";

    static final Option<Path> IMAGE =
            Option.path("FILE", "a photograph, made grey; without it the program draws a test card", "--image");
    static final Option<Double> SCALE = new Option<>(
            List.of("--scale"),
            "RATIO",
            "pixels along each axis, as a multiple of those of the picture (1)",
            "a positive number or fraction, 0.5 or 1/3",
            DemoScene::ratio);
    static final Option<Boolean> ANTI_ALIASING =
            Option.flag("--anti-aliasing", "smooth the photograph before it is made smaller; the article did not");

    /** As the article's pictures were made, where scikit-image was told that there is black beyond the border. */
    private static final Rescale SMOOTHED = new Rescale(true, Boundary.ZERO);

    private static final int CHART = 256;

    static DemoScene of(Line line) {
        double scale = line.get(SCALE, 1.0);
        Optional<Path> file = line.find(IMAGE);
        if (file.isEmpty() && line.has(ANTI_ALIASING)) {
            throw new UsageException(
                    "--anti-aliasing goes with --image; the test card is drawn in its final size and needs none");
        }
        return file.map(path -> photograph(path, scale, line.has(ANTI_ALIASING)))
                .orElseGet(() -> chart(scale));
    }

    private static DemoScene chart(double scale) {
        int side = (int) Math.max(1, Math.rint(scale * CHART));
        return new DemoScene("the test card", ResolutionChart.draw(side, side), CHART_PRIOR);
    }

    private static DemoScene photograph(Path file, double scale, boolean smoothed) {
        Image image = Images.read(file);
        List<NdArray> colours = image.normalised(Precision.FLOAT64).colours();
        if (image.shape().rank() != 2 || (colours.size() != 1 && colours.size() != 3)) {
            throw new IllegalArgumentException(
                    "demo: " + file + " is " + image + "; expected a picture in grey or RGB");
        }
        NdArray gray = colours.size() == 1 ? colours.get(0) : Colour.rgb2gray(colours);
        NdArray scaled = scale == 1 ? gray : (smoothed ? SMOOTHED : Rescale.SAMPLED).by(gray, scale);
        return new DemoScene(String.valueOf(file.getFileName()), scaled, ARTICLE_PRIOR);
    }

    private static double ratio(String text) {
        String[] parts = text.split("/", 2);
        double value = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("not positive");
        }
        return value;
    }
}
