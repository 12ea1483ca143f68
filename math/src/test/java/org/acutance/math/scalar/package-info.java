@NullMarked
package org.acutance.math.scalar;

import org.jspecify.annotations.NullMarked;
