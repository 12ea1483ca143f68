/** The problems of Hock and Schittkowski for methods with constraints, as data. */
@NullMarked
package org.acutance.testkit.hs;

import org.jspecify.annotations.NullMarked;
