/** What holds for the code as a whole: layers, borders between the modules, and the form of the sources. */
@NullMarked
package org.acutance.testkit.architecture;

import org.jspecify.annotations.NullMarked;
