/** How far a result may be off, pixel by pixel. */
@NullMarked
package org.acutance.deblur.uncertainty;

import org.jspecify.annotations.NullMarked;
