/** Linear algebra with small dense matrices of tensors, with derivative rules. */
@NullMarked
package org.acutance.math.autodiff.algebra;

import org.jspecify.annotations.NullMarked;
