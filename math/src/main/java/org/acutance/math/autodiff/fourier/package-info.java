/** Fourier and cosine transforms of tensors, with complex numbers as pairs of real tensors. */
@NullMarked
package org.acutance.math.autodiff.fourier;

import org.jspecify.annotations.NullMarked;
