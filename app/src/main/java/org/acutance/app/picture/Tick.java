package org.acutance.app.picture;

/**
 * A mark on an axis.
 *
 * @param value where, in units of the axis
 * @param label what is written there; nothing for a mark between others
 */
record Tick(double value, String label) {
    boolean isLabelled() {
        return !label.isEmpty();
    }
}
