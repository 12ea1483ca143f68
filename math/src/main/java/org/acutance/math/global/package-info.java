/** Searches for the least of many minima, with seeds: the same one gives the same bits. */
@NullMarked
package org.acutance.math.global;

import org.jspecify.annotations.NullMarked;
