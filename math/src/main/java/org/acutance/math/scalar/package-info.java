/** Functions of one variable: their minima and their roots. */
@NullMarked
package org.acutance.math.scalar;

import org.jspecify.annotations.NullMarked;
