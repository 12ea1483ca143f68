/** Convolution of arrays of any rank, by the method whose measured cost is the least. */
@NullMarked
package org.acutance.math.convolution;

import org.jspecify.annotations.NullMarked;
