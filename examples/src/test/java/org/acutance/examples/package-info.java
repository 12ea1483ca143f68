/** Runs the examples. */
@NullMarked
package org.acutance.examples;

import org.jspecify.annotations.NullMarked;
