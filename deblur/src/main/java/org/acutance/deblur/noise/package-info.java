/** The noise of an observed image, found from the image alone. */
@NullMarked
package org.acutance.deblur.noise;

import org.jspecify.annotations.NullMarked;
