/** Special functions of tensors and what is made of them, with their derivative rules. */
@NullMarked
package org.acutance.math.autodiff.special;

import org.jspecify.annotations.NullMarked;
