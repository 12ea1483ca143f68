package org.acutance.deblur.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Capital letters and digits made of straight strokes, so that a drawing with text needs no fonts and is the same on
 * every machine. Points are column and row on a grid of 5 by 7; a bar lifts the pen.
 */
final class StrokeFont {
    private static final double HEIGHT = 6;
    private static final double ADVANCE = 6;
    private static final double GAP = 2;
    private static final double WEIGHT = 0.9;
    private static final Map<Character, String> GLYPHS = glyphs(
            "A 06 01 10 30 41 46|03 43",
            "B 00 30 41 42 33 44 45 36 06 00|03 33",
            "C 41 30 10 01 05 16 36 45",
            "D 00 30 41 45 36 06 00",
            "E 40 00 06 46|03 33",
            "F 40 00 06|03 33",
            "G 41 30 10 01 05 16 36 45 43 23",
            "H 00 06|40 46|03 43",
            "I 10 30|20 26|16 36",
            "J 40 45 36 16 05",
            "K 00 06|40 03 46",
            "L 00 06 46",
            "M 06 00 23 40 46",
            "N 06 00 46 40",
            "O 10 30 41 45 36 16 05 01 10",
            "P 06 00 30 41 42 33 03",
            "Q 10 30 41 45 36 16 05 01 10|24 46",
            "R 06 00 30 41 42 33 03|23 46",
            "S 41 30 10 01 02 13 33 44 45 36 16 05",
            "T 00 40|20 26",
            "U 00 05 16 36 45 40",
            "V 00 26 40",
            "W 00 16 23 36 40",
            "X 00 46|40 06",
            "Y 00 23 40|23 26",
            "Z 00 40 06 46",
            "0 10 30 41 45 36 16 05 01 10|14 32",
            "1 11 20 26|16 36",
            "2 01 10 30 41 42 06 46",
            "3 01 10 30 41 42 33 44 45 36 16 05|13 33",
            "4 36 30 04 44",
            "5 40 00 02 32 43 45 36 16 05",
            "6 41 30 10 01 05 16 36 45 44 33 03",
            "7 00 40 16",
            "8 10 30 41 42 33 13 02 01 10|13 04 05 16 36 45 44 33",
            "9 43 13 02 01 10 30 41 45 36 16 05",
            ". 26 26",
            "- 13 33",
            "/ 06 40");

    private StrokeFont() {}

    private static Map<Character, String> glyphs(String... rows) {
        Map<Character, String> glyphs = new HashMap<>();
        for (String row : rows) {
            glyphs.put(row.charAt(0), row.substring(2));
        }
        return Map.copyOf(glyphs);
    }

    /**
     * A line of text, one figure per letter.
     *
     * @param x middle of the line
     * @param y middle of the capitals
     * @param height height of the capitals
     * @throws IllegalArgumentException if there is no glyph for a letter
     */
    static List<Figure> line(String text, double x, double y, double height) {
        double unit = height / HEIGHT;
        double left = x - (text.length() * ADVANCE - GAP) * unit / 2;
        List<Figure> letters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                letters.add(letter(text.charAt(i), left + i * ADVANCE * unit, y - height / 2, unit));
            }
        }
        return letters;
    }

    private static Figure letter(char letter, double left, double top, double unit) {
        String glyph = GLYPHS.get(letter);
        if (glyph == null) {
            throw new IllegalArgumentException("text: no glyph for '" + letter + "'; use capitals and digits");
        }
        List<Figure.Stroke> strokes = new ArrayList<>();
        for (String line : glyph.split("\\|", -1)) {
            String[] points = line.split(" ", -1);
            for (int i = 1; i < points.length; i++) {
                strokes.add(new Figure.Stroke(
                        left + column(points[i - 1]) * unit,
                        top + row(points[i - 1]) * unit,
                        left + column(points[i]) * unit,
                        top + row(points[i]) * unit,
                        WEIGHT * unit));
            }
        }
        return new Figure.Union(strokes);
    }

    private static int column(String point) {
        return point.charAt(0) - '0';
    }

    private static int row(String point) {
        return point.charAt(1) - '0';
    }
}
