package org.acutance.math.optimize;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.acutance.math.array.NdArray;

/**
 * The compact form of a limited-memory BFGS matrix, {@code B = theta I - W M W'} with {@code W = [Y theta S]} (Byrd, Lu,
 * Nocedal &amp; Zhu 1995, (3.2) to (3.4)), for vectors of any shape. The inner products of steps and changes are kept, so
 * that a new pair costs as many products as there are pairs.
 *
 * @param pairs the newest steps s and gradient changes y, oldest first
 * @param steps matrix of products of steps, S'S
 * @param cross matrix of products of a step, by its row, and a change, S'Y
 * @param changes matrix of products of changes, Y'Y
 */
record LimitedMemory(List<CurvaturePair> pairs, NdArray steps, NdArray cross, NdArray changes) {
    private static final NdArray NOTHING = NdArray.zeros(0, 0);
    static final LimitedMemory EMPTY = new LimitedMemory(List.of(), NOTHING, NOTHING, NOTHING);

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** The memory with the pair of the newest step, the oldest dropped; a step of no curvature is left out. */
    @SuppressWarnings("ReferenceEquality")
    LimitedMemory remember(Iterate from, Iterate to, int most) {
        List<CurvaturePair> kept = CurvaturePair.remember(pairs, from, to, most);
        return kept == pairs
                ? this
                : new LimitedMemory(
                        kept,
                        grown(steps, kept, (a, b) -> a.step().dot(b.step())),
                        grown(cross, kept, (a, b) -> a.step().dot(b.change())),
                        grown(changes, kept, (a, b) -> a.change().dot(b.change())));
    }

    /** The matrix without the pairs that were dropped, with a row and a column for the newest. */
    private NdArray grown(
            NdArray matrix, List<CurvaturePair> kept, ToDoubleBiFunction<CurvaturePair, CurvaturePair> product) {
        int size = kept.size();
        int dropped = pairs.size() + 1 - size;
        double[] values = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                boolean isNew = i == size - 1 || j == size - 1;
                values[i * size + j] =
                        isNew ? product.applyAsDouble(kept.get(i), kept.get(j)) : matrix.at(i + dropped, j + dropped);
            }
        }
        return NdArray.of(values, size, size);
    }

    /** The scale of the matrix, {@code y'y / s'y} of the newest pair; 1 for none. */
    double theta() {
        int last = pairs.size() - 1;
        return isEmpty() ? 1 : changes.at(last, last) / pairs.get(last).curvature();
    }

    /** Number of columns of W. */
    int width() {
        return 2 * pairs.size();
    }

    /** The middle matrix M (3.4); its elements are not finite if it cannot be inverted. */
    double[][] middle() {
        int size = pairs.size();
        double[][] inverse = new double[2 * size][2 * size];
        for (int i = 0; i < size; i++) {
            inverse[i][i] = -cross.at(i, i);
            for (int j = 0; j < size; j++) {
                inverse[size + i][size + j] = theta() * steps.at(i, j);
                inverse[size + i][j] = i > j ? cross.at(i, j) : 0;
                inverse[j][size + i] = inverse[size + i][j];
            }
        }
        return DenseSystem.inverse(inverse);
    }

    /** The product W'W. */
    double[][] gram() {
        int size = pairs.size();
        double[][] gram = new double[2 * size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                gram[i][j] = changes.at(i, j);
                gram[size + i][size + j] = theta() * theta() * steps.at(i, j);
                gram[size + i][j] = theta() * cross.at(i, j);
                gram[j][size + i] = gram[size + i][j];
            }
        }
        return gram;
    }

    /** The row of W of the element at a row-major position. */
    double[] row(int position) {
        int size = pairs.size();
        double[] row = new double[2 * size];
        for (int i = 0; i < size; i++) {
            row[i] = pairs.get(i).change().get(position);
            row[size + i] = theta() * pairs.get(i).step().get(position);
        }
        return row;
    }

    /** The product of W' and a vector. */
    double[] transposed(NdArray vector) {
        int size = pairs.size();
        double[] product = new double[2 * size];
        for (int i = 0; i < size; i++) {
            product[i] = pairs.get(i).change().dot(vector);
            product[size + i] = theta() * pairs.get(i).step().dot(vector);
        }
        return product;
    }

    /** {@code vector + factor W coefficients}. */
    NdArray plusCombination(NdArray vector, double factor, double... coefficients) {
        int size = pairs.size();
        NdArray sum = vector;
        for (int i = 0; i < size; i++) {
            sum = sum.plusScaled(factor * coefficients[i], pairs.get(i).change());
            sum = sum.plusScaled(
                    factor * theta() * coefficients[size + i], pairs.get(i).step());
        }
        return sum;
    }
}
