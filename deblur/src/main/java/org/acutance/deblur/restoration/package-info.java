/** From written settings and a blurred image to a checked plan, and from the plan to the restored image. */
@NullMarked
package org.acutance.deblur.restoration;

import org.jspecify.annotations.NullMarked;
