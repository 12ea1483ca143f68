/** Removing noise, white or coloured, from pictures: what plug-and-play methods use in place of a prior. */
@NullMarked
package org.acutance.deblur.denoise;

import org.jspecify.annotations.NullMarked;
