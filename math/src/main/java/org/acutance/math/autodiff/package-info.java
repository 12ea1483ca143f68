/** Automatic differentiation, forward and reverse, nested to any order, of plain Java functions that run as written. */
@NullMarked
package org.acutance.math.autodiff;

import org.jspecify.annotations.NullMarked;
