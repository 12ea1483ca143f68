/** Tests of the file formats. */
@NullMarked
package org.acutance.io;

import org.jspecify.annotations.NullMarked;
