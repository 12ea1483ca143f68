/** Minimisation: objectives, methods that step from state to state, and the one loop that runs them. */
@NullMarked
package org.acutance.math.optimize;

import org.jspecify.annotations.NullMarked;
