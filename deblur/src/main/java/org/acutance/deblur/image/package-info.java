/** Pictures and volumes: what they are, and what is done to them beside blurring and deblurring. */
@NullMarked
package org.acutance.deblur.image;

import org.jspecify.annotations.NullMarked;
