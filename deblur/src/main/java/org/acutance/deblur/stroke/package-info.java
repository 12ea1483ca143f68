/** Text and other drawings as thin lines: where they run, not how they are put on pixels. Knows no images. */
@NullMarked
package org.acutance.deblur.stroke;

import org.jspecify.annotations.NullMarked;
