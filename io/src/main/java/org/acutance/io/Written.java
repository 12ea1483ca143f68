package org.acutance.io;

import java.nio.file.Path;
import org.acutance.deblur.image.SampleType;

/**
 * What was written.
 *
 * @param file where
 * @param sampleType in which type
 * @param clippedShare share of samples that were outside the range of the type and were moved to its end, 0 to 1
 */
public record Written(Path file, SampleType sampleType, double clippedShare) {}
