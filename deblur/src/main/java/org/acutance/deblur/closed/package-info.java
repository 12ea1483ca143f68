/** Deblurring by formulas: one pass through the Fourier domain, as pure functions on arrays. */
@NullMarked
package org.acutance.deblur.closed;

import org.jspecify.annotations.NullMarked;
