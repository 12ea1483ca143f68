package org.acutance.math.fft;

/**
 * Any length n as a convolution with a chirp, by transforms of a good length of at least 2 n - 1 (Bluestein, A linear
 * filtering approach to the computation of discrete Fourier transform, 1970).
 */
final class Bluestein<A> implements LineTransform<A> {
    /** The longest length for which an array can hold the response of the padded one. */
    static final int LONGEST = 1 << 28;

    private final int length;
    private final Lanes<A> lanes;
    private final MixedRadix<A> padded;
    private final Stage<A> chirp;
    private final Stage<A> response;

    Bluestein(int length, Lanes<A> lanes) {
        this.length = length;
        this.lanes = lanes;
        this.padded = new MixedRadix<>(Fft.goodSize(2 * length - 1), lanes);
        this.chirp = factors(length, chirp(length));
        this.response = factors(padded.length(), response());
    }

    private Stage<A> factors(int rows, double... values) {
        return new Stage<>(1, 1, 1, rows, true, lanes.of(values));
    }

    /** {@code exp(-pi i j^2 / n)}. */
    private static double[] chirp(int n) {
        double[] factors = new double[2 * n];
        for (long j = 0; j < n; j++) {
            factors[(int) (2 * j)] = Roots.re(j * j, 2L * n);
            factors[(int) (2 * j + 1)] = Roots.im(j * j, 2L * n);
        }
        return factors;
    }

    /** The transform of the conjugate chirp, which wraps around, divided by the padded length; found in double. */
    private double[] response() {
        int size = padded.length();
        double[] values = chirp(length);
        Lines<double[]> lines =
                new MixedRadix<>(size, DoubleLanes.PLAIN).over(Rows.allocate(size, 1, DoubleLanes.PLAIN), 1);
        for (int j = 0; j < length; j++) {
            for (int row : new int[] {j, (size - j) % size}) {
                lines.input().re()[row][0] = values[2 * j] / size;
                lines.input().im()[row][0] = -values[2 * j + 1] / size;
            }
        }
        lines.forward(1);
        double[] factors = new double[2 * size];
        for (int k = 0; k < size; k++) {
            factors[2 * k] = lines.output().re()[k][0];
            factors[2 * k + 1] = lines.output().im()[k][0];
        }
        return factors;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int rows() {
        return padded.length();
    }

    @Override
    public Lines<A> over(Rows<A> rows, int width) {
        Lines<A> there = padded.over(rows, width);
        return new Work(there, padded.over(there.output(), width));
    }

    /** The transform of the padded rows, and the one back that begins where it ends. */
    private final class Work implements Lines<A> {
        private final Lines<A> there;
        private final Lines<A> back;

        Work(Lines<A> there, Lines<A> back) {
            this.there = there;
            this.back = back;
        }

        @Override
        public Rows<A> input() {
            return there.input();
        }

        @Override
        public Rows<A> output() {
            return back.output();
        }

        @Override
        public void forward(int columns) {
            multiply(chirp, input().re(), input().im(), columns);
            clear(input().re(), columns);
            clear(input().im(), columns);
            there.forward(columns);
            multiply(response, there.output().re(), there.output().im(), columns);
            back.backward(columns);
            multiply(chirp, output().re(), output().im(), columns);
        }

        @Override
        public void backward(int columns) {
            multiply(chirp, input().im(), input().re(), columns);
            clear(input().re(), columns);
            clear(input().im(), columns);
            there.backward(columns);
            multiply(response, there.output().im(), there.output().re(), columns);
            back.forward(columns);
            multiply(chirp, output().im(), output().re(), columns);
        }

        private void multiply(Stage<A> factors, A[] re, A[] im, int columns) {
            lanes.butterflies().pass(factors, re, im, 0, columns, input());
        }

        private void clear(A[] rows, int columns) {
            for (int row = length; row < padded.length(); row++) {
                lanes.clear(rows[row], 0, columns);
            }
        }
    }
}
