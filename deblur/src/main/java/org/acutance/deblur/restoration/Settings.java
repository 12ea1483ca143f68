package org.acutance.deblur.restoration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How to deblur, in written form: what the command's arguments, a form, a recipe or a program say. Everything but the
 * point spread function has a default.
 *
 * @param given what was said; the rest has its default
 */
public record Settings(Map<Setting, String> given) {
    /** Nothing said. */
    public static final Settings NONE = new Settings(Map.of());

    /**
     * Settings; the map is copied.
     *
     * @throws org.acutance.math.catalogue.SpecException if a value cannot be read
     */
    public Settings {
        Map<Setting, String> copy = new EnumMap<>(Setting.class);
        given.forEach((setting, value) -> copy.put(setting, setting.checked(value)));
        given = Collections.unmodifiableMap(copy);
    }

    /** The defaults for a point spread function. */
    public static Settings of(String psf) {
        return NONE.with(Setting.PSF, psf);
    }

    /** These settings with another value of one. */
    public Settings with(Setting setting, String value) {
        return new Settings(Map.of(setting, value)).over(this);
    }

    /** These settings, and those of others where these say nothing. */
    public Settings over(Settings others) {
        Map<Setting, String> both = new EnumMap<>(Setting.class);
        both.putAll(others.given);
        both.putAll(given);
        return new Settings(both);
    }

    /** These settings without one. */
    public Settings without(Setting setting) {
        Map<Setting, String> others = new EnumMap<>(Setting.class);
        others.putAll(given);
        others.remove(setting);
        return new Settings(others);
    }

    /** The value of a setting, or what holds without one. */
    public String get(Setting setting) {
        return given.getOrDefault(setting, setting.fallback());
    }

    /** Whether a setting has another value than without anything said. */
    public boolean changes(Setting setting) {
        return !get(setting).equals(setting.fallback());
    }

    /** Point spread function, as in {@code gaussian:sigma=1x3,size=13}. */
    public String psf() {
        return get(Setting.PSF);
    }

    /** Data term, as in {@code norm}. */
    public String fidelity() {
        return get(Setting.FIDELITY);
    }

    /** Regulariser, as in {@code gradient-norm:weight=0.2}. */
    public String prior() {
        return get(Setting.PRIOR);
    }

    /** How weights of priors that are left open are found, as in {@code sure}; {@code auto} chooses. */
    public String weight() {
        return get(Setting.WEIGHT);
    }

    /** What lies beyond the frame, as in {@code reflect}. */
    public String boundary() {
        return get(Setting.BOUNDARY);
    }

    /** Method, as in {@code newton-cg:xtol=1e-5}. */
    public String method() {
        return get(Setting.METHOD);
    }

    /** Where the search starts, as in {@code observed}. */
    public String start() {
        return get(Setting.START);
    }

    /** What the blurred scene is multiplied by. */
    public double gain() {
        return Double.parseDouble(get(Setting.GAIN));
    }

    /** The shape of parts in written form, {@code auto} or {@code none}. */
    public String tile() {
        return get(Setting.TILE);
    }

    /** How far solutions for a part with more or less around it may be apart, as a part of the largest sample. */
    public double seam() {
        return Double.parseDouble(get(Setting.SEAM));
    }

    /** Limit of iterations; empty for the method's own. */
    public OptionalInt maxIterations() {
        String written = get(Setting.MAX_ITERATIONS);
        return written.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written));
    }

    /** These settings with another data term. */
    public Settings withFidelity(String other) {
        return with(Setting.FIDELITY, other);
    }

    /** These settings with another regulariser. */
    public Settings withPrior(String other) {
        return with(Setting.PRIOR, other);
    }

    /** These settings with another way to find weights. */
    public Settings withWeight(String other) {
        return with(Setting.WEIGHT, other);
    }

    /** These settings with another boundary rule. */
    public Settings withBoundary(String other) {
        return with(Setting.BOUNDARY, other);
    }

    /** These settings with another method. */
    public Settings withMethod(String other) {
        return with(Setting.METHOD, other);
    }

    /** These settings with another start. */
    public Settings withStart(String other) {
        return with(Setting.START, other);
    }

    /** These settings with a limit of iterations. */
    public Settings withMaxIterations(int limit) {
        return with(Setting.MAX_ITERATIONS, Integer.toString(limit));
    }
}
