/** How an observation comes about: the scene, the blur, what lies beyond the frame, and the noise. */
@NullMarked
package org.acutance.deblur.model;

import org.jspecify.annotations.NullMarked;
