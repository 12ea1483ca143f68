/** Point spread functions: how a point of light is spread over its neighbourhood. */
@NullMarked
package org.acutance.deblur.psf;

import org.jspecify.annotations.NullMarked;
