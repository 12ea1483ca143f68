/** Deblurring with a denoiser in place of a prior. */
@NullMarked
package org.acutance.deblur.plugandplay;

import org.jspecify.annotations.NullMarked;
