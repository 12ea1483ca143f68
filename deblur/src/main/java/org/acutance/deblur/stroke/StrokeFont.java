package org.acutance.deblur.stroke;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as lines: a font of single strokes, which needs no fonts of the platform. It covers printable ASCII and the
 * signs of this project's captions; letters with accents lose them, and all else becomes a box.
 *
 * <p>Lengths are in pixels or any other unit of a drawing; only heights are rounded to whole ones.
 */
public final class StrokeFont {
    private static final double CAPITAL = 14;
    private static final double[] ZONES = {-4, 0, 10, CAPITAL};
    private static final double TRACKING = 0.8;
    private static final int STEPS_PER_CURVE = 8;
    private static final double RAISED_SIZE = 0.62;
    private static final double RAISED_BY = 6.6;
    private static final Glyph UNKNOWN = glyph("9.6 1.6,14 8,14 8,0 1.6,0 z");
    private static final Map<Integer, Glyph> GLYPHS = glyphs();

    private StrokeFont() {}

    /** A character in units of the font, y upwards. */
    private record Glyph(double advance, List<List<Point>> strokes) {
        Glyph raised() {
            return new Glyph(
                    advance * RAISED_SIZE,
                    strokes.stream()
                            .map(stroke -> stroke.stream()
                                    .map(p -> new Point(p.x() * RAISED_SIZE, p.y() * RAISED_SIZE + RAISED_BY))
                                    .toList())
                            .toList());
        }
    }

    private static Map<Integer, Glyph> glyphs() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        Glyphs.TABLE.lines().forEach(line -> {
            int end = line.indexOf(' ');
            String name = line.substring(0, end);
            glyphs.put("space".equals(name) ? ' ' : name.codePointAt(0), glyph(line.substring(end + 1)));
        });
        for (int i = 0; i < Glyphs.RAISED.length(); i += 2) {
            Glyph plain = glyphs.getOrDefault((int) Glyphs.RAISED.charAt(i + 1), UNKNOWN);
            glyphs.put((int) Glyphs.RAISED.charAt(i), plain.raised());
        }
        return Map.copyOf(glyphs);
    }

    private static Glyph glyph(String drawing) {
        int end = (drawing + ' ').indexOf(' ');
        List<List<Point>> strokes = new ArrayList<>();
        for (String stroke : drawing.substring(end).split("\\|", -1)) {
            if (!stroke.isBlank()) {
                strokes.add(Stroke.parse(stroke.strip()).flattened(STEPS_PER_CURVE));
            }
        }
        return new Glyph(Double.parseDouble(drawing.substring(0, end)) + TRACKING, List.copyOf(strokes));
    }

    /** Width of a text whose capitals are {@code capHeight} high, in the same unit. */
    public static double width(String text, double capHeight) {
        return drawable(text).codePoints().mapToDouble(c -> find(c).advance()).sum() * capHeight / CAPITAL;
    }

    /** Whether there is a drawing of a character, not a box in its place. */
    public static boolean covers(int codePoint) {
        return GLYPHS.containsKey(codePoint);
    }

    private static Glyph find(int codePoint) {
        return GLYPHS.getOrDefault(codePoint, UNKNOWN);
    }

    private static String drawable(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> result.append(covers(c) ? Character.toString(c) : withoutAccents(c)));
        return result.toString();
    }

    private static String withoutAccents(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /**
     * The lines of a text, without their thickness.
     *
     * @param text what is written; a blank has no lines
     * @param capHeight height of a capital letter, best a whole number
     * @param start left end of the row on which the text stands
     * @return each a row of connected points, y downwards
     */
    public static List<List<Point>> lines(String text, double capHeight, Point start) {
        double scale = capHeight / CAPITAL;
        List<List<Point>> lines = new ArrayList<>();
        double x = start.x();
        for (int c : drawable(text).codePoints().toArray()) {
            double origin = x;
            find(c).strokes()
                    .forEach(stroke -> lines.add(stroke.stream()
                            .map(p -> new Point(origin + p.x() * scale, start.y() - height(p.y(), scale)))
                            .toList()));
            x += find(c).advance() * scale;
        }
        return lines;
    }

    /** Heights, stretched a little so that the tops of small and capital letters fall on whole units: sharp in pixels. */
    private static double height(double y, double scale) {
        int zone = 1;
        while (zone < ZONES.length - 1 && y > ZONES[zone]) {
            zone++;
        }
        double lower = Math.rint(ZONES[zone - 1] * scale);
        double upper = Math.rint(ZONES[zone] * scale);
        return lower + (y - ZONES[zone - 1]) / (ZONES[zone] - ZONES[zone - 1]) * (upper - lower);
    }
}
