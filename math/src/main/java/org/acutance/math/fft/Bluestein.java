package org.acutance.math.fft;

/**
 * Any length n as a convolution with a chirp, by transforms of a good length of at least 2 n - 1 (Bluestein, A linear
 * filtering approach to the computation of discrete Fourier transform, 1970).
 */
final class Bluestein<A> implements LineTransform<A> {
    private final int length;
    private final Lanes<A> lanes;
    private final LineTransform<A> padded;
    private final A chirp;
    private final A response;

    Bluestein(int length, Lanes<A> lanes) {
        this.length = length;
        this.lanes = lanes;
        this.padded = new MixedRadix<>(Fft.goodSize(2 * length - 1), lanes);
        this.chirp = lanes.of(chirp(length));
        this.response = response();
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
    private A response() {
        int size = padded.length();
        double[] values = chirp(length);
        double[] re = new double[size];
        double[] im = new double[size];
        for (int j = 0; j < length; j++) {
            int mirrored = (size - j) % size;
            re[j] = values[2 * j] / size;
            im[j] = -values[2 * j + 1] / size;
            re[mirrored] = re[j];
            im[mirrored] = im[j];
        }
        Rows<double[]> rows = new Rows<>(re, im, 0, 1);
        new MixedRadix<>(size, DoubleLanes.PLAIN)
                .forward(rows, new Rows<>(new double[size], new double[size], 0, 1), 1);
        double[] factors = new double[2 * size];
        for (int k = 0; k < size; k++) {
            factors[2 * k] = re[k];
            factors[2 * k + 1] = im[k];
        }
        return lanes.of(factors);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int scratch() {
        return padded.length() + padded.scratch();
    }

    @Override
    public void forward(Rows<A> data, Rows<A> scratch, int columns) {
        Rows<A> rest = scratch.from(padded.length());
        multiply(data, scratch, chirp, length, columns);
        for (int row = length; row < padded.length(); row++) {
            int at = scratch.at() + row * scratch.pitch();
            lanes.clear(scratch.re(), at, columns);
            lanes.clear(scratch.im(), at, columns);
        }
        padded.forward(scratch, rest, columns);
        multiply(scratch, scratch, response, padded.length(), columns);
        padded.backward(scratch, rest, columns);
        multiply(scratch, data, chirp, length, columns);
    }

    private void multiply(Rows<A> from, Rows<A> to, A factors, int rows, int columns) {
        lanes.pass(new Pass<>(1, true, from.strip(0, 0, 1), to.strip(0, 0, 1), factors, rows, columns));
    }
}
