/** Tests of the command, run in this process but for the signals. */
@NullMarked
package org.acutance.app.cli;

import org.jspecify.annotations.NullMarked;
