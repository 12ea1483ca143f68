@NullMarked
package org.acutance.math.optimize;

import org.jspecify.annotations.NullMarked;
