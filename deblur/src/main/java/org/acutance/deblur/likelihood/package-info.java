/** Deblurring by iterations towards the most likely image: multiplicative ones for photons, additive ones for squares. */
@NullMarked
package org.acutance.deblur.likelihood;

import org.jspecify.annotations.NullMarked;
