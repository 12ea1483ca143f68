/** Benchmark programs and comparisons with peers; each prints a table. */
@NullMarked
package org.acutance.bench;

import org.jspecify.annotations.NullMarked;
