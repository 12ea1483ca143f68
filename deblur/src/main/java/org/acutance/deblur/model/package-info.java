/** How an observation comes about: the blur, and how far a blurred estimate is from what was observed. */
@NullMarked
package org.acutance.deblur.model;

import org.jspecify.annotations.NullMarked;
