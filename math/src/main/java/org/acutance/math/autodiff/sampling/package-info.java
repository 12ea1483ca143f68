/** Reading tensors between their elements, and smoothing them. */
@NullMarked
package org.acutance.math.autodiff.sampling;

import org.jspecify.annotations.NullMarked;
