/** The catalogue of all operations on tensors. */
@NullMarked
package org.acutance.math.autodiff.catalogue;

import org.jspecify.annotations.NullMarked;
