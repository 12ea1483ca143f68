/** Images in memory: channels of exact samples, what they mean, and how well one image matches another. */
@NullMarked
package org.acutance.deblur.image;

import org.jspecify.annotations.NullMarked;
