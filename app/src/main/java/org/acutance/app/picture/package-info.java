/**
 * The pictures that the command writes for people: panels side by side, point spread functions, convergence curves.
 * Everything is drawn by this package alone, text included, so that no font, display or platform decides how a picture
 * looks.
 */
@NullMarked
package org.acutance.app.picture;

import org.jspecify.annotations.NullMarked;
