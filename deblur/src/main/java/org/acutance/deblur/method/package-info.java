/** The deblurring problem, and the methods that solve it. */
@NullMarked
package org.acutance.deblur.method;

import org.jspecify.annotations.NullMarked;
