/** Fast Fourier transforms of real arrays of any rank and any length. */
@NullMarked
package org.acutance.math.fft;

import org.jspecify.annotations.NullMarked;
