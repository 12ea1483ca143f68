/** Short programs that show the library; the build runs every one. */
@NullMarked
package org.acutance.examples;

import org.jspecify.annotations.NullMarked;
