package org.acutance.app.picture;

/**
 * Which values are shown black and which white; values between are shown in proportion, values beyond as the ends.
 *
 * @param black value shown as level 0
 * @param white value shown as level 255
 */
public record Tone(double black, double white) {
    /** Values from 0 to 1, as this project keeps pictures. */
    public static final Tone UNIT = new Tone(0, 1);

    /**
     * @throws IllegalArgumentException unless {@code black} is less than {@code white} and their distance finite
     */
    public Tone {
        if (!(black < white) || Double.isInfinite(white - black)) {
            throw new IllegalArgumentException(
                    "tone: black " + black + " and white " + white + "; black must be less than white, both finite");
        }
    }

    int rgb(double red, double green, double blue) {
        boolean finite = Double.isFinite(red) && Double.isFinite(green) && Double.isFinite(blue);
        return finite ? level(red) << 16 | level(green) << 8 | level(blue) : Palette.NOT_A_NUMBER;
    }

    private int level(double value) {
        double share = (value - black) / (white - black);
        return (int) Math.rint(255 * Math.min(Math.max(share, 0), 1));
    }
}
