package org.acutance.deblur.image;

import org.acutance.deblur.image.Figure.Disc;
import org.acutance.deblur.image.Figure.Rectangle;
import org.acutance.deblur.image.Figure.Ring;
import org.acutance.deblur.image.Figure.Star;
import org.acutance.deblur.image.Figure.Turned;
import org.acutance.deblur.image.Figure.Within;
import org.acutance.deblur.image.Figure.Zones;
import org.acutance.math.array.NdArray;

/**
 * A test card that shows what blurring takes away and deblurring brings back: a Siemens star, bars of growing
 * frequency, text, stars in a dark sky, hard, slanted and soft edges, steps and a smooth gradient. Drawn in plain
 * arithmetic, the same on every machine.
 */
public final class ResolutionChart {
    private static final double SIDE = 256;
    private static final double MIDDLE = SIDE / 2;
    private static final double BLACK = 0.03;
    private static final double WHITE = 0.97;
    private static final double GROUND = 0.36;
    private static final double GRID = 0.6;
    private static final double GRID_STEP = 16;
    private static final double GRID_WIDTH = 1.25;
    private static final double RADIUS = 100;
    private static final double RIM = 3;
    private static final double CORNER = 36;
    private static final double CORNER_RADIUS = 21;
    private static final int GREY_STEPS = 12;
    private static final double BAR_GAP = 3;

    /** Periods of the groups of bars, and how many bars each has. */
    private static final int[][] BARS = {{12, 2}, {8, 3}, {6, 4}, {5, 4}, {4, 5}, {3, 6}, {2, 6}};

    /** Position from the middle of the sky, size and brightness. */
    private static final double[][] SKY = {
        {-9, -9, 1.1, 1.0},
        {-5, -4, 0.7, 0.8},
        {0, 0, 1.5, 1.0},
        {5, 2, 0.8, 0.9},
        {10, -3, 1.2, 0.9},
        {8, -11, 0.7, 0.7},
        {13, -6, 0.6, 0.6},
        {-13, 3, 0.8, 0.7},
        {-6, 9, 1.0, 0.9},
        {-2.5, 9, 1.0, 0.9},
        {6, 12, 1.3, 1.0},
        {12, 8, 0.6, 0.8},
        {-11, 11, 0.5, 0.6},
        {1, -14, 0.9, 0.8}
    };

    private static final Disc FACE = new Disc(MIDDLE, MIDDLE, RADIUS - RIM / 2, 0);

    private final Canvas canvas;

    private ResolutionChart(int rows, int columns) {
        canvas = new Canvas(rows, columns, SIDE);
    }

    /** The chart with 256 rows and columns. */
    public static NdArray draw() {
        return draw((int) SIDE, (int) SIDE);
    }

    /**
     * The chart, as large as fits, in the middle.
     *
     * @return rank 2, rows by columns, FLOAT64, grey values in [0, 1]
     * @throws IllegalArgumentException if a number is not positive
     */
    public static NdArray draw(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "chart: " + rows + " rows and " + columns + " columns; give at least one of each");
        }
        ResolutionChart chart = new ResolutionChart(rows, columns);
        chart.drawGround();
        chart.drawCorners();
        chart.drawFace();
        return chart.canvas.picture();
    }

    private void drawGround() {
        canvas.fill(GROUND);
        double half = GRID_WIDTH / 2;
        for (double at = GRID_STEP; at < SIDE; at += GRID_STEP) {
            canvas.paint(new Rectangle(at - half, 0, at + half, SIDE), GRID);
            canvas.paint(new Rectangle(0, at - half, SIDE, at + half), GRID);
        }
        for (int block = 0; block < SIDE / GRID_STEP; block++) {
            double from = block * GRID_STEP;
            double to = from + GRID_STEP;
            double tone = block % 2 == 0 ? WHITE : BLACK;
            canvas.paint(new Rectangle(from, 0, to, GRID_STEP / 2), tone);
            canvas.paint(new Rectangle(from, SIDE - GRID_STEP / 2, to, SIDE), WHITE + BLACK - tone);
            canvas.paint(new Rectangle(0, from, GRID_STEP / 2, to), tone);
            canvas.paint(new Rectangle(SIDE - GRID_STEP / 2, from, SIDE, to), WHITE + BLACK - tone);
        }
    }

    private void drawCorners() {
        double far = SIDE - CORNER;
        corner(CORNER, CORNER, WHITE);
        canvas.paint(new Zones(CORNER, CORNER, CORNER_RADIUS - 1, 5), BLACK);
        corner(far, CORNER, BLACK);
        for (double[] star : SKY) {
            canvas.paint(new Disc(far + star[0], CORNER + star[1], star[2], 0), star[3]);
        }
        corner(CORNER, far, BLACK);
        drawBall(CORNER, far);
        corner(far, far, WHITE);
        Disc half = new Disc(far, far, CORNER_RADIUS + RIM / 4, 0);
        canvas.paint(new Within(new Turned(far + 30, far, 60, 80, 8), half), BLACK);
    }

    private void corner(double x, double y, double tone) {
        canvas.paint(new Disc(x, y, CORNER_RADIUS + RIM, 0), WHITE);
        canvas.paint(new Disc(x, y, CORNER_RADIUS + RIM / 2, 0), BLACK);
        canvas.paint(new Disc(x, y, CORNER_RADIUS, 0), tone);
    }

    /** A ball lit from the upper left, by Lambert's law with a little light all round. */
    private void drawBall(double x, double y) {
        double radius = CORNER_RADIUS - 4;
        canvas.paint(new Disc(x, y, radius, 0), (px, py) -> {
            double u = (px - x) / radius;
            double v = (py - y) / radius;
            double depth = Math.sqrt(Math.max(0, 1 - u * u - v * v));
            double light = Math.max(0, -0.5 * u - 0.6 * v + 0.62 * depth);
            return 0.12 + 0.85 * light;
        });
    }

    private void drawFace() {
        canvas.paint(FACE, WHITE);
        canvas.paint(new Within(new Rectangle(0, 44, SIDE, 68), FACE), BLACK);
        write("ACUTANCE", 56, 12, WHITE);
        drawBars(76, 101);
        canvas.paint(new Star(MIDDLE, 139, 34, 24), BLACK);
        canvas.paint(new Turned(62, 139, 30, 30, 12), BLACK);
        canvas.paint(new Disc(194, 139, 16, 14), BLACK);
        drawGreys(178, 191, 205);
        write("SEE IT SHARP", 212, 6, BLACK);
        canvas.paint(new Ring(MIDDLE, MIDDLE, RADIUS - RIM, RADIUS), BLACK);
    }

    private void write(String text, double y, double height, double tone) {
        Lettering.around(MIDDLE, y, height, text).forEach(letter -> canvas.paint(letter, tone));
    }

    private void drawBars(double top, double bottom) {
        double width = -BAR_GAP;
        for (int[] group : BARS) {
            width += group[0] * group[1] + BAR_GAP;
        }
        double x = Math.rint(MIDDLE - width / 2);
        for (int[] group : BARS) {
            for (int bar = 0; bar < group[1]; bar++) {
                canvas.paint(new Rectangle(x, top, x + group[0] / 2.0, bottom), BLACK);
                x += group[0];
            }
            x += BAR_GAP;
        }
    }

    private void drawGreys(double top, double middle, double bottom) {
        double left = MIDDLE - RADIUS;
        double width = 2 * RADIUS / GREY_STEPS;
        for (int step = 0; step < GREY_STEPS; step++) {
            double x = left + step * width;
            canvas.paint(
                    new Within(new Rectangle(x, top, left + 2 * RADIUS, middle), FACE),
                    BLACK + (WHITE - BLACK) * step / (GREY_STEPS - 1));
        }
        canvas.paint(
                new Within(new Rectangle(left, middle, left + 2 * RADIUS, bottom), FACE),
                (x, y) -> WHITE - (WHITE - BLACK) * (x - left) / (2 * RADIUS));
    }
}
