package org.acutance.deblur.restoration;

/**
 * Where in its work a deblurring is.
 *
 * @param channel number of the problem that is worked on, from 0
 * @param weight number of the weight that is tried for its prior, from 1; 0 once the weight is known
 * @param part number of the part of the image that is worked on, from 0; 0 where it is one
 */
public record Stage(int channel, int weight, int part) {
    /** A stage of the first or only part. */
    public Stage(int channel, int weight) {
        this(channel, weight, 0);
    }

    /** Whether the weight of the prior is being found. */
    public boolean findsWeight() {
        return weight > 0;
    }
}
