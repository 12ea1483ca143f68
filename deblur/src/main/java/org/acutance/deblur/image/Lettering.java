package org.acutance.deblur.image;

import java.util.ArrayList;
import java.util.List;
import org.acutance.deblur.stroke.Point;
import org.acutance.deblur.stroke.Segment;
import org.acutance.deblur.stroke.StrokeFont;

/** Bold text as figures of a drawing, one for each character that is not blank. */
final class Lettering {
    private static final double WEIGHT = 0.15;

    private Lettering() {}

    /**
     * A line of text.
     *
     * @param x middle of the line
     * @param y middle of the capitals
     * @param height height of the capitals
     */
    static List<Figure> around(double x, double y, double height, String text) {
        List<Figure> letters = new ArrayList<>();
        double left = x - StrokeFont.width(text, height) / 2;
        for (int c : text.codePoints().toArray()) {
            String letter = Character.toString(c);
            List<Figure.Stroke> strokes = strokes(letter, height, new Point(left, y + height / 2));
            if (!strokes.isEmpty()) {
                letters.add(new Figure.Union(strokes));
            }
            left += StrokeFont.width(letter, height);
        }
        return letters;
    }

    private static List<Figure.Stroke> strokes(String letter, double height, Point start) {
        return StrokeFont.lines(letter, height, start).stream()
                .map(Segment::connecting)
                .flatMap(List::stream)
                .map(segment -> new Figure.Stroke(segment, WEIGHT * height))
                .toList();
    }
}
