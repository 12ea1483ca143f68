/** Nonlinear least squares: residuals, robust losses, and SciPy's three methods. */
@NullMarked
package org.acutance.math.leastsquares;

import org.jspecify.annotations.NullMarked;
