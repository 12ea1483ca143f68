package org.acutance.math.fft;

import java.util.Arrays;
import org.acutance.math.array.NdArray;

/** Transforms in float. */
record FloatLanes(int quantum, Butterflies<float[]> butterflies) implements Lanes<float[]> {
    /** By plain loops. */
    static final FloatLanes PLAIN = new FloatLanes(1, FloatButterflies::pass);

    private static final int TILE = 8;

    @Override
    public float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public float[] of(double... values) {
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = (float) values[i];
        }
        return numbers;
    }

    @Override
    public void pass(Pass<float[]> pass) {
        if (pass.radix() > MixedRadix.LONGEST_WRITTEN) {
            FloatPrimeButterflies.pass(pass);
        } else {
            butterflies.pass(pass);
        }
    }

    @Override
    public void read(NdArray array, int from, float[] target, int at, int count) {
        array.read(from, target, at, count);
    }

    @Override
    public void write(float[] source, int at, NdArray.Builder target, int to, int count) {
        target.write(to, source, at, count);
    }

    @Override
    public void clear(float[] target, int from, int count) {
        Arrays.fill(target, from, from + count, 0);
    }

    @Override
    public void gather(float[] source, int[] starts, int lanes, int count, float[] target, int at, int pitch) {
        int lane = 0;
        for (; lane + TILE <= lanes; lane += TILE) {
            gatherTile(source, starts, lane, count, target, at + lane, pitch);
        }
        for (; lane < lanes; lane++) {
            int start = starts[lane];
            for (int i = 0; i < count; i++) {
                target[at + i * pitch + lane] = source[start + i];
            }
        }
    }

    private static void gatherTile(
            float[] source, int[] starts, int lane, int count, float[] target, int at, int pitch) {
        int s0 = starts[lane];
        int s1 = starts[lane + 1];
        int s2 = starts[lane + 2];
        int s3 = starts[lane + 3];
        int s4 = starts[lane + 4];
        int s5 = starts[lane + 5];
        int s6 = starts[lane + 6];
        int s7 = starts[lane + 7];
        int to = at;
        for (int i = 0; i < count; i++) {
            target[to] = source[s0 + i];
            target[to + 1] = source[s1 + i];
            target[to + 2] = source[s2 + i];
            target[to + 3] = source[s3 + i];
            target[to + 4] = source[s4 + i];
            target[to + 5] = source[s5 + i];
            target[to + 6] = source[s6 + i];
            target[to + 7] = source[s7 + i];
            to += pitch;
        }
    }

    @Override
    public void scatter(float[] source, int at, int pitch, int count, float[] target, int[] starts, int lanes) {
        int row = 0;
        for (; row + TILE <= count; row += TILE) {
            scatterTile(source, at + row * pitch, pitch, target, starts, row, lanes);
        }
        for (; row < count; row++) {
            int from = at + row * pitch;
            for (int lane = 0; lane < lanes; lane++) {
                target[starts[lane] + row] = source[from + lane];
            }
        }
    }

    private static void scatterTile(
            float[] source, int at, int pitch, float[] target, int[] starts, int row, int lanes) {
        int s1 = at + pitch;
        int s2 = s1 + pitch;
        int s3 = s2 + pitch;
        int s4 = s3 + pitch;
        int s5 = s4 + pitch;
        int s6 = s5 + pitch;
        int s7 = s6 + pitch;
        for (int lane = 0; lane < lanes; lane++) {
            int to = starts[lane] + row;
            target[to] = source[at + lane];
            target[to + 1] = source[s1 + lane];
            target[to + 2] = source[s2 + lane];
            target[to + 3] = source[s3 + lane];
            target[to + 4] = source[s4 + lane];
            target[to + 5] = source[s5 + lane];
            target[to + 6] = source[s6 + lane];
            target[to + 7] = source[s7 + lane];
        }
    }

    @Override
    public void separate(Rows<float[]> rows, int length, int lanes) {
        float[] re = rows.re();
        float[] im = rows.im();
        alone(re, im, rows.at(), rows.at() + (length + 1) * rows.pitch(), lanes);
        for (int k = 1; 2 * k < length; k++) {
            int low = rows.at() + k * rows.pitch();
            int high = rows.at() + (length - k) * rows.pitch();
            for (int j = 0; j < lanes; j++) {
                float a = re[low + j];
                float b = im[low + j];
                float c = re[high + j];
                float d = im[high + j];
                re[low + j] = 0.5f * (a + c);
                im[low + j] = 0.5f * (b - d);
                re[high + rows.pitch() + j] = 0.5f * (b + d);
                im[high + rows.pitch() + j] = 0.5f * (c - a);
            }
        }
        if (length % 2 == 0) {
            int middle = rows.at() + length / 2 * rows.pitch();
            alone(re, im, middle, middle + rows.pitch(), lanes);
        }
    }

    /** A frequency that is its own mirror image, where both spectra are real. */
    private static void alone(float[] re, float[] im, int first, int second, int lanes) {
        for (int j = 0; j < lanes; j++) {
            re[second + j] = im[first + j];
            im[first + j] = 0;
            im[second + j] = 0;
        }
    }

    @Override
    public void combine(Rows<float[]> rows, int length, int lanes, double factor) {
        float[] re = rows.re();
        float[] im = rows.im();
        float scale = (float) factor;
        if (length % 2 == 0) {
            int middle = rows.at() + length / 2 * rows.pitch();
            together(re, im, middle, middle + rows.pitch(), lanes, scale);
        }
        for (int k = (length - 1) / 2; k > 0; k--) {
            int low = rows.at() + k * rows.pitch();
            int high = rows.at() + (length - k) * rows.pitch();
            for (int j = 0; j < lanes; j++) {
                float a = re[low + j];
                float b = im[low + j];
                float c = re[high + rows.pitch() + j];
                float d = im[high + rows.pitch() + j];
                re[low + j] = scale * (a - d);
                im[low + j] = scale * (b + c);
                re[high + j] = scale * (a + d);
                im[high + j] = scale * (c - b);
            }
        }
        together(re, im, rows.at(), rows.at() + (length + 1) * rows.pitch(), lanes, scale);
    }

    private static void together(float[] re, float[] im, int first, int second, int lanes, float scale) {
        for (int j = 0; j < lanes; j++) {
            re[first + j] = scale * re[first + j];
            im[first + j] = scale * re[second + j];
        }
    }

    @Override
    public void multiply(float[] xr, float[] xi, float[] hr, float[] hi, int from, int count) {
        for (int j = from; j < from + count; j++) {
            float re = xr[j];
            float im = xi[j];
            xr[j] = hr[j] * re - hi[j] * im;
            xi[j] = hr[j] * im + hi[j] * re;
        }
    }
}
