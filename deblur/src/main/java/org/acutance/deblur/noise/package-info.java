/** What the noise in an observation is like, told from the observation itself. */
@NullMarked
package org.acutance.deblur.noise;

import org.jspecify.annotations.NullMarked;
