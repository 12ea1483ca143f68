/** Image files: recognised by content, read whole or refused, written beside their name and renamed into place. */
@NullMarked
package org.acutance.io;

import org.jspecify.annotations.NullMarked;
