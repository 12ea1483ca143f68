package org.acutance.math.catalogue;

/**
 * The written form of a choice: a name, and after a colon what it takes, {@code gaussian:sigma=1x3,size=13} or
 * {@code file:psf.npy}.
 *
 * @param name the name in its catalogue
 * @param text what follows the colon; empty if there is none
 */
public record Spec(String name, String text) {
    /**
     * Splits at the first colon.
     *
     * @throws SpecException if the name is empty
     */
    public static Spec parse(String written) {
        int colon = written.indexOf(':');
        String name = (colon < 0 ? written : written.substring(0, colon)).strip();
        if (name.isEmpty()) {
            throw new SpecException("specification '" + written + "' has no name; write name:key=value,key=value");
        }
        return new Spec(name, colon < 0 ? "" : written.substring(colon + 1));
    }

    /** The written form again. */
    @Override
    public String toString() {
        return text.isEmpty() ? name : name + ":" + text;
    }
}
