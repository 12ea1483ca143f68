package org.acutance.deblur.restoration;

/**
 * Where in its work a deblurring is.
 *
 * @param channel number of the problem that is worked on, from 0
 * @param weight number of the weight that is tried for its prior, from 1; 0 once the weight is known
 */
public record Stage(int channel, int weight) {
    /** Whether the weight of the prior is being found. */
    public boolean findsWeight() {
        return weight > 0;
    }
}
