/** The light near a focus: lengths with units, what lies between lens and sample, diffraction, ways to image. */
@NullMarked
package org.acutance.deblur.optics;

import org.jspecify.annotations.NullMarked;
