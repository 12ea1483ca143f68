/** The contracts that every component must pass, for the components of the library and for a user's own. */
@NullMarked
package org.acutance.testkit;

import org.jspecify.annotations.NullMarked;
