/** What can be said for and against a result. */
@NullMarked
package org.acutance.deblur.certificate;

import org.jspecify.annotations.NullMarked;
