package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.catalogue.Parentheses;
import org.acutance.math.catalogue.SpecException;

/** Written forms in parentheses, joined by a sign: {@code 0.7*(gaussian:sigma=2)+0.3*(moffat:fwhm=4)}. */
record Terms(List<Double> weights, List<String> specs) {
    static final String WEIGHTED = "WEIGHT*(SPEC)+WEIGHT*(SPEC)";
    static final String FACTORS = "(SPEC)*(SPEC)";

    /** Reads a sum; a weight that is left out is 1. */
    static Terms weighted(String owner, String text) {
        List<Double> weights = new ArrayList<>();
        List<String> specs = new ArrayList<>();
        for (String part : Parentheses.split(owner, text, '+')) {
            List<String> factors = Parentheses.split(owner, part.strip(), '*');
            weights.add(factors.size() == 2 ? weight(owner, factors.get(0).strip()) : 1);
            specs.add(spec(owner, factors.size() <= 2 ? factors.get(factors.size() - 1) : part, WEIGHTED));
        }
        return new Terms(weights, specs);
    }

    /** Reads a product. */
    static List<String> factors(String owner, String text) {
        return Parentheses.split(owner, text, '*').stream()
                .map(part -> spec(owner, part, FACTORS))
                .toList();
    }

    private static double weight(String owner, String text) {
        try {
            double weight = Double.parseDouble(text);
            if (Double.isFinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException cause) {
            SpecException refusal = unreadable(owner, text, "a weight is a number");
            refusal.initCause(cause);
            throw refusal;
        }
        throw unreadable(owner, text, "a weight is a finite number");
    }

    private static String spec(String owner, String part, String form) {
        String text = part.strip();
        if (!text.startsWith("(")
                || !text.endsWith(")")
                || Parentheses.strip(text).isEmpty()) {
            throw unreadable(owner, text, "write " + form);
        }
        return Parentheses.strip(text);
    }

    private static SpecException unreadable(String owner, String text, String form) {
        return new SpecException(owner + ": cannot read '" + text + "'; " + form);
    }
}
