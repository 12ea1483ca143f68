/** N-dimensional arrays: shapes, precisions, immutable dense values and what can be computed from them. */
@NullMarked
package org.acutance.math.array;

import org.jspecify.annotations.NullMarked;
