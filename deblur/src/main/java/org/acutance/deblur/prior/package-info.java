/** What is expected of a sharp image before it is seen. */
@NullMarked
package org.acutance.deblur.prior;

import org.jspecify.annotations.NullMarked;
