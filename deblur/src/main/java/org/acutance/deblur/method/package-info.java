/** The deblurring problem, the plan that checks it, and its solution. */
@NullMarked
package org.acutance.deblur.method;

import org.jspecify.annotations.NullMarked;
