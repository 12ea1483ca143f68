/** Differential equations of tensors. */
@NullMarked
package org.acutance.math.autodiff.integrate;

import org.jspecify.annotations.NullMarked;
