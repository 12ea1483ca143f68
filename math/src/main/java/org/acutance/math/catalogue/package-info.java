/** The written form of a choice, {@code gaussian:sigma=1x3}, and the lists of everything of one kind. */
@NullMarked
package org.acutance.math.catalogue;

import org.jspecify.annotations.NullMarked;
