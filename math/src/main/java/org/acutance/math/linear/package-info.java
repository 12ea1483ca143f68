/** Linear maps: an action and its adjoint, differentiable to every order from those two alone. */
@NullMarked
package org.acutance.math.linear;

import org.jspecify.annotations.NullMarked;
