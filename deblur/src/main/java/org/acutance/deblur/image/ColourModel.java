package org.acutance.deblur.image;

/** What the channels of an image mean, in their order. Alpha, where there is one, is the last channel. */
public enum ColourModel {
    /** One channel of intensity. */
    GRAY(1, false),
    /** Intensity and opacity. */
    GRAY_ALPHA(2, true),
    /** Red, green, blue. */
    RGB(3, false),
    /** Red, green, blue, opacity. */
    RGBA(4, true),
    /** Two or more channels without a common meaning, such as the dyes of a microscope. */
    MANY(0, false);

    private final int channels;
    private final boolean alpha;

    ColourModel(int channels, boolean alpha) {
        this.channels = channels;
        this.alpha = alpha;
    }

    /** Whether an image of this model can have that many channels. */
    public boolean fits(int count) {
        return this == MANY ? count > 1 : count == channels;
    }

    /** Whether the last channel is opacity, which no operation on colours may touch. */
    public boolean hasAlpha() {
        return alpha;
    }

    /** The model of the colours alone. */
    public ColourModel withoutAlpha() {
        return switch (this) {
            case GRAY_ALPHA -> GRAY;
            case RGBA -> RGB;
            default -> this;
        };
    }
}
