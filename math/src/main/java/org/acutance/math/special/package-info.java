/** Special functions of numbers, where no library that is used here has them for all arguments. */
@NullMarked
package org.acutance.math.special;

import org.jspecify.annotations.NullMarked;
