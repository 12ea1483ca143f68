/** The weight of the prior, found from the data. */
@NullMarked
package org.acutance.deblur.weight;

import org.jspecify.annotations.NullMarked;
