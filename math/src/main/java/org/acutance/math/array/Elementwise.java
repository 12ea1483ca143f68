package org.acutance.math.array;

import java.util.Arrays;

/** Applies kernels to operands that broadcast to one shape. */
final class Elementwise {
    static final int BLOCK = 1024;

    /** Elements that one thread takes at a time; arrays of more are shared. */
    static final int SHARE = 1 << 15;

    private Elementwise() {}

    static NdArray apply(String operation, Kernel kernel, NdArray... operands) {
        Precision precision = commonPrecision(operation, operands);
        Shape shape = commonShape(operation, operands);
        return canRunWhole(shape, operands)
                ? whole(kernel, shape, operands)
                : byBlocks(kernel, shape, precision, operands);
    }

    /** Few doubles of one shape need neither conversion nor broadcasting: the kernel runs over the arrays themselves. */
    private static boolean canRunWhole(Shape shape, NdArray... operands) {
        if (shape.size() > SHARE) {
            return false;
        }
        for (NdArray operand : operands) {
            if (!(operand.buffer() instanceof Buffer.Doubles)
                    || !operand.shape().equals(shape)) {
                return false;
            }
        }
        return true;
    }

    private static NdArray whole(Kernel kernel, Shape shape, NdArray... operands) {
        double[][] in = new double[operands.length][];
        for (int i = 0; i < in.length; i++) {
            in[i] = ((Buffer.Doubles) operands[i].buffer()).values();
        }
        double[] out = new double[shape.size()];
        kernel.apply(in, out, out.length);
        return NdArray.owning(shape, new Buffer.Doubles(out));
    }

    private static NdArray byBlocks(Kernel kernel, Shape shape, Precision precision, NdArray... operands) {
        Source[] sources = new Source[operands.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = Source.of(operands[i], shape);
        }
        NdArray.Builder result = NdArray.builder(shape, precision);
        Blocks.forEach(shape.size(), SHARE, shape.size() > SHARE, (from, to) -> {
            double[][] in = new double[operands.length][Math.min(BLOCK, to - from)];
            double[] out = new double[Math.min(BLOCK, to - from)];
            for (int start = from; start < to; start += BLOCK) {
                int count = Math.min(BLOCK, to - start);
                for (int i = 0; i < sources.length; i++) {
                    sources[i].read(start, in[i], count);
                }
                kernel.apply(in, out, count);
                result.write(start, out, 0, count);
            }
        });
        return result.build();
    }

    private static Precision commonPrecision(String operation, NdArray... operands) {
        Precision precision = operands[0].precision();
        for (NdArray operand : operands) {
            if (operand.rank() > 0) {
                precision = operand.precision();
            }
        }
        for (NdArray operand : operands) {
            if (operand.rank() > 0 && operand.precision() != precision) {
                throw new IllegalArgumentException(operation + ": operands are " + operand.precision() + " and "
                        + precision + "; convert one with to(Precision)");
            }
        }
        return precision;
    }

    private static Shape commonShape(String operation, NdArray... operands) {
        Shape shape = operands[0].shape();
        for (NdArray operand : operands) {
            shape = Shape.broadcast(operation, shape, operand.shape());
        }
        return shape;
    }

    /** Reads runs of an operand as if it had been broadcast. */
    private interface Source {
        void read(int from, double[] block, int count);

        static Source of(NdArray operand, Shape shape) {
            if (operand.shape().equals(shape)) {
                return (from, block, count) -> operand.read(from, block, 0, count);
            }
            if (operand.size() == 1) {
                double value = operand.get(0);
                return (from, block, count) -> Arrays.fill(block, 0, count, value);
            }
            return new Broadcast(operand, shape);
        }
    }

    private static final class Broadcast implements Source {
        private final NdArray operand;
        private final Shape shape;
        private final int[] strides;

        Broadcast(NdArray operand, Shape shape) {
            this.operand = operand;
            this.shape = shape;
            Shape expanded = operand.shape().expandedTo(shape.rank());
            this.strides = expanded.strides();
            for (int axis = 0; axis < strides.length; axis++) {
                if (expanded.extent(axis) == 1) {
                    strides[axis] = 0;
                }
            }
        }

        @Override
        public void read(int from, double[] block, int count) {
            int length = shape.rowLength();
            int done = 0;
            while (done < count) {
                int column = (from + done) % length;
                int run = Math.min(length - column, count - done);
                readRun(rowStart((from + done) / length), column, block, done, run);
                done += run;
            }
        }

        private int rowStart(int row) {
            int start = 0;
            int rest = row;
            for (int axis = shape.rank() - 2; axis >= 0; axis--) {
                start += rest % shape.extent(axis) * strides[axis];
                rest /= shape.extent(axis);
            }
            return start;
        }

        private void readRun(int rowStart, int column, double[] block, int at, int count) {
            if (strides[strides.length - 1] == 0) {
                Arrays.fill(block, at, at + count, operand.get(rowStart));
            } else {
                operand.read(rowStart + column, block, at, count);
            }
        }
    }
}
