/** The test problems of Moré, Garbow and Hillstrom. */
@NullMarked
package org.acutance.testkit.mgh;

import org.jspecify.annotations.NullMarked;
