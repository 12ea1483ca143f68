package org.acutance.math.array;

/** What an array is taken to be beyond its border. The letters in the descriptions are the elements a b c d of a row. */
public enum Boundary {
    /** {@code 0 0 0 | a b c d | 0 0 0}; SciPy's {@code constant} with value 0. */
    ZERO {
        @Override
        public int source(int index, int extent) {
            return index < 0 || index >= extent ? IndexMap.OUTSIDE : index;
        }
    },
    /** {@code b c d | a b c d | a b c}; SciPy's {@code grid-wrap}. */
    PERIODIC {
        @Override
        public int source(int index, int extent) {
            return Math.floorMod(index, extent);
        }
    },
    /** {@code c b a | a b c d | d c b}; {@code reflect} of scipy.ndimage, {@code symmetric} of NumPy's pad. */
    REFLECT {
        @Override
        public int source(int index, int extent) {
            int folded = Math.floorMod(index, 2 * extent);
            return folded < extent ? folded : 2 * extent - 1 - folded;
        }
    },
    /** {@code d c b | a b c d | c b a}; {@code mirror} of scipy.ndimage, {@code reflect} of NumPy's pad. */
    MIRROR {
        @Override
        public int source(int index, int extent) {
            if (extent == 1) {
                return 0;
            }
            int folded = Math.floorMod(index, 2 * extent - 2);
            return folded < extent ? folded : 2 * extent - 2 - folded;
        }
    },
    /** {@code a a a | a b c d | d d d}; {@code nearest} of scipy.ndimage, {@code edge} of NumPy's pad. */
    REPLICATE {
        @Override
        public int source(int index, int extent) {
            return Math.max(0, Math.min(index, extent - 1));
        }
    };

    /** Index inside {@code 0 <= i < extent} whose value stands at {@code index}, or -1 for a zero. */
    public abstract int source(int index, int extent);
}
