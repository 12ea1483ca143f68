package org.acutance.app.picture;

/**
 * The colours of a heat map, from near black through violet, red and orange to pale yellow. Lightness grows linearly
 * and hue turns evenly in the perceptually uniform space Oklab (B. Ottosson, 2020), so that equal steps of the value
 * look equal, and the order survives printing in gray and the common colour-vision deficiencies.
 */
final class Colormap {
    private static final double DARKEST = 0.17;
    private static final double LIGHTEST = 0.97;
    private static final double FIRST_HUE = 270;
    private static final double LAST_HUE = 460;
    private static final double CHROMA_AT_ENDS = 0.05;
    private static final double CHROMA_BETWEEN = 0.15;

    private Colormap() {}

    /** The colour 0xRRGGBB of a value in [0, 1]; beyond it that of the end, and a colour of its own for NaN. */
    static int colour(double value) {
        if (Double.isNaN(value)) {
            return Palette.NOT_A_NUMBER;
        }
        double t = Math.min(Math.max(value, 0), 1);
        double bulge = 4 * t * (1 - t);
        double chroma = CHROMA_AT_ENDS + bulge * (CHROMA_BETWEEN - CHROMA_AT_ENDS);
        double hue = StrictMath.toRadians(FIRST_HUE + t * (LAST_HUE - FIRST_HUE));
        return rgb(DARKEST + t * (LIGHTEST - DARKEST), chroma * StrictMath.cos(hue), chroma * StrictMath.sin(hue));
    }

    private static int rgb(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int level(double linear) {
        double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.rint(255 * Math.min(Math.max(encoded, 0), 1));
    }
}
