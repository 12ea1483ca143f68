package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * What {@link Admm} does to a split term once {@code K x} is known, block by block in one pass over memory where the proximal
 * map is by groups: the relaxed sum {@code v = relaxation K x + (1 - relaxation) z + u}, the copy {@code prox(v)}, what it draws
 * {@code K x} to next, {@code 2 prox(v) - v}, and the norms that the residuals are made of.
 *
 * @param relaxation over-relaxation
 * @param before the term before
 * @param mapped {@code K x}
 */
record SplitStep(double relaxation, Split before, NdArray mapped) {
    private static final int BLOCK = 512;
    private static final int WORTH_SHARING = 1 << 15;

    /**
     * Where a term is after a step; Euclidean norms.
     *
     * @param z copy of {@code K x}
     * @param centre what {@code K x} is drawn to
     * @param disagreement of {@code K x - z}
     * @param mapped of {@code K x}
     * @param copy of z
     * @param change of the change of z
     * @param dual of the dual variable u
     */
    record After(
            NdArray z, NdArray centre, double disagreement, double mapped, double copy, double change, double dual) {
        double sizeOfTerms() {
            return Math.max(mapped, copy);
        }
    }

    /** The step with the proximal map of a function. */
    After by(Proximal function, double step) {
        Optional<Groupwise> own = function.groupwise();
        if (own.isPresent()) {
            int members = own.get().alongFirstAxis() ? mapped.shape().extent(0) : 1;
            return pass(members, (from, v) -> own.get().map().move(v, step));
        }
        NdArray z = function.prox(relaxedSum(), step);
        return pass(1, (from, v) -> z.read(from, v[0], 0, v[0].length));
    }

    private NdArray relaxedSum() {
        return NdArray.elementwise(
                "admm",
                (in, out, count) -> relax(in[0], in[1], in[2], out, count),
                mapped,
                before.z(),
                before.centre());
    }

    private void relax(double[] mapped, double[] z, double[] centre, double[] v, int count) {
        for (int i = 0; i < count; i++) {
            v[i] = relaxation * mapped[i] + (2 - relaxation) * z[i] - centre[i];
        }
    }

    /** Replaces sums by copies, from a group on. */
    private interface Moved {
        void run(int from, double[][] v);
    }

    private After pass(int members, Moved prox) {
        Shape shape = mapped.shape();
        int groups = mapped.size() / Math.max(1, members);
        NdArray.Builder z = NdArray.builder(shape, mapped.precision());
        NdArray.Builder centre = NdArray.builder(shape, mapped.precision());
        double[][] squares = new double[(groups + BLOCK - 1) / BLOCK][];
        Blocks.forEach(groups, BLOCK, mapped.size() >= WORTH_SHARING, (from, to) -> {
            Block block = new Block(members, to - from);
            for (int member = 0; member < members; member++) {
                block.read(member, member * groups + from);
            }
            prox.run(from, block.moved);
            for (int member = 0; member < members; member++) {
                block.write(member, member * groups + from, z, centre);
            }
            squares[from / BLOCK] = block.squares;
        });
        double[] norms = new double[5];
        for (int i = 0; i < norms.length; i++) {
            int number = i;
            norms[i] = Math.sqrt(
                    Arrays.stream(squares).mapToDouble(block -> block[number]).sum());
        }
        return new After(z.build(), centre.build(), norms[0], norms[1], norms[2], norms[3], norms[4]);
    }

    /** The arrays of a block, member by member. */
    private final class Block {
        private final double[][] ahead;
        private final double[][] copies;
        private final double[][] sums;
        private final double[][] moved;
        private final double[] centre;
        private final double[] squares = new double[5];

        Block(int members, int count) {
            ahead = new double[members][count];
            copies = new double[members][count];
            sums = new double[members][count];
            moved = new double[members][];
            centre = new double[count];
        }

        void read(int member, int from) {
            int count = centre.length;
            mapped.read(from, ahead[member], 0, count);
            before.z().read(from, copies[member], 0, count);
            before.centre().read(from, centre, 0, count);
            relax(ahead[member], copies[member], centre, sums[member], count);
            moved[member] = sums[member].clone();
        }

        void write(int member, int to, NdArray.Builder z, NdArray.Builder centres) {
            double[] m = ahead[member];
            double[] old = copies[member];
            double[] v = sums[member];
            double[] now = moved[member];
            double disagreement = 0;
            double ofMapped = 0;
            double ofCopy = 0;
            double ofChange = 0;
            double ofDual = 0;
            for (int i = 0; i < centre.length; i++) {
                double apart = m[i] - now[i];
                double change = now[i] - old[i];
                double dual = v[i] - now[i];
                centre[i] = now[i] - dual;
                disagreement += apart * apart;
                ofMapped += m[i] * m[i];
                ofCopy += now[i] * now[i];
                ofChange += change * change;
                ofDual += dual * dual;
            }
            squares[0] += disagreement;
            squares[1] += ofMapped;
            squares[2] += ofCopy;
            squares[3] += ofChange;
            squares[4] += ofDual;
            z.write(to, now, 0, centre.length);
            centres.write(to, centre, 0, centre.length);
        }
    }
}
