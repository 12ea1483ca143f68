@NullMarked
package org.acutance.math.leastsquares;

import org.jspecify.annotations.NullMarked;
