package org.acutance.deblur.optics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A length.
 *
 * @param nanometres the number of nanometres, finite
 */
public record Length(double nanometres) {
    private static final Map<String, Double> UNITS =
            Map.of("pm", 1e-3, "nm", 1.0, "um", 1e3, "\u00b5m", 1e3, "\u03bcm", 1e3, "mm", 1e6, "cm", 1e7, "m", 1e9);

    /**
     * Reads a number with its unit, {@code 520nm}, {@code 0.52um}, {@code 0.17 mm}; units are pm, nm, um (or µm), mm, cm
     * and m.
     *
     * @throws IllegalArgumentException if there is no number or no unit
     */
    public static Length parse(String text) {
        return parse(text, unit(text));
    }

    /**
     * Reads lengths joined by x, one or one per axis, slowest first: {@code 200nmx65nmx65nm}. Those without a unit take
     * that of the last one: {@code 200x65x65nm}.
     *
     * @throws IllegalArgumentException if a number or every unit is missing
     */
    public static Length[] parseAll(String text) {
        String[] parts = text.split("x", -1);
        String last = unit(parts[parts.length - 1]);
        return Arrays.stream(parts)
                .map(part -> parse(part, unit(part).isEmpty() ? last : unit(part)))
                .toArray(Length[]::new);
    }

    private static Length parse(String text, String unit) {
        String number = unit(text).isEmpty() ? text : text.substring(0, text.lastIndexOf(unit(text)));
        double value = Double.parseDouble(number.strip());
        Double scale = UNITS.get(unit);
        if (scale == null || !Double.isFinite(value)) {
            throw new IllegalArgumentException("'" + text + "' is no finite number with a unit of length");
        }
        return new Length(value * scale);
    }

    private static String unit(String text) {
        String stripped = text.strip();
        int start = stripped.length();
        while (start > 0 && Character.isLetter(stripped.charAt(start - 1))) {
            start--;
        }
        return stripped.substring(start);
    }

    /** The number of nanometres of each. */
    public static double[] toNanometres(Length... lengths) {
        return Stream.of(lengths).mapToDouble(Length::nanometres).toArray();
    }

    /** With a unit that keeps the number short: {@code 520 nm}, {@code 1.2 um}, {@code 0.17 mm}. */
    @Override
    public String toString() {
        double size = Math.abs(nanometres);
        return size < 1e3 ? text(1, "nm") : size < 1e5 ? text(1e3, "um") : text(1e6, "mm");
    }

    private String text(double unit, String name) {
        String number = String.format(Locale.ROOT, "%.4g", nanometres / unit);
        return (number.contains(".") ? number.replaceAll("\\.?0+$", "") : number) + " " + name;
    }
}
