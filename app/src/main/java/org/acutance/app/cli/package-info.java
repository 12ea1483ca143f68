/** The command: arguments in, files and a report out. Everything that computes lies below. */
@NullMarked
package org.acutance.app.cli;

import org.jspecify.annotations.NullMarked;
