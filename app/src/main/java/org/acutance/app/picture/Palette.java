package org.acutance.app.picture;

/** The colours of every picture, as 0xRRGGBB. */
final class Palette {
    /** Background: a warm white that does not outshine a photograph. */
    static final int PAPER = 0xFAF8F4;

    /** Background of a frame that is filled by data. */
    static final int FIELD = 0xFFFEFC;

    static final int INK = 0x26272B;
    static final int QUIET = 0x6B6C72;
    static final int RULE = 0xB9B7B1;
    static final int GRID = 0xE9E6DF;

    /** Pixels that are not a finite number: a colour that neither a photograph nor the heat map contains. */
    static final int NOT_A_NUMBER = 0x00E5B0;

    private static final int[] SERIES = {0x2B5C8A, 0xC8553D, 0x2E8B74, 0xC1922B, 0x7B5A9E, 0x5B6670};

    private Palette() {}

    /** The colour of a series by its number; they repeat after six. */
    static int series(int number) {
        return SERIES[number % SERIES.length];
    }

    /** A mixture of two colours, {@code share} of the second, channel by channel. */
    static int mix(int first, int second, double share) {
        return channel(first, second, share, 16) | channel(first, second, share, 8) | channel(first, second, share, 0);
    }

    private static int channel(int first, int second, double share, int shift) {
        int a = first >> shift & 0xFF;
        int b = second >> shift & 0xFF;
        return (int) Math.rint(a + (b - a) * share) << shift;
    }
}
