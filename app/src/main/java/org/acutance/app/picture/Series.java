package org.acutance.app.picture;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.NdArray;

/**
 * The points of one line of a chart, in the order in which they are joined.
 *
 * @param x vector of places
 * @param y vector of values, as long
 */
record Series(NdArray x, NdArray y) {
    Series {
        if (x.rank() != 1 || y.rank() != 1 || x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "series: x is " + x.shape() + " and y " + y.shape() + "; give two vectors of one length");
        }
    }

    private boolean isFinite(int point) {
        return Double.isFinite(x.get(point)) && Double.isFinite(y.get(point));
    }

    /** Stretches of points that are finite, each as {first, last + 1}. */
    List<int[]> stretches() {
        List<int[]> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= y.size(); i++) {
            if (i == y.size() || !isFinite(i)) {
                if (first < i) {
                    stretches.add(new int[] {first, i});
                }
                first = i + 1;
            }
        }
        return stretches;
    }

    /** Whether the last point is not finite. */
    boolean endsInNothing() {
        return y.size() > 0 && !isFinite(y.size() - 1);
    }
}
