package org.acutance.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Processor time of one call after warm-up, of the calling thread alone, so that what else runs on the machine disturbs
 * little.
 */
final class Timing {
    /** Takes what the calls return, so that the compiler cannot leave them out. */
    @SuppressWarnings("UnusedVariable")
    private static volatile Object sink = "";

    /** Milliseconds after which loops are compiled for good, also where the launcher has them run for longer before. */
    private static final int WARM_UP = 2500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Timing() {}

    /**
     * Median time of a call in nanoseconds, in batches of at least 0.1 ms.
     *
     * @param milliseconds time to spend, beside that for warming up, in which the compiler finishes
     */
    static double median(int milliseconds, Supplier<?> call) {
        long once = warmUp(Math.max(milliseconds, WARM_UP) * 1_000_000L, call);
        int batch = (int) Math.max(1, 100_000 / once);
        int samples = (int) Math.max(5, milliseconds * 1_000_000L / (once * batch));
        double[] times = new double[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = (double) time(batch, call) / batch;
        }
        Arrays.sort(times);
        return times[samples / 2];
    }

    /** Median time of a call by the clock in nanoseconds, for work that several threads share; without warm-up. */
    static double byTheClock(int milliseconds, Supplier<?> call) {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        while (times.size() < 5 || System.nanoTime() < end) {
            long start = System.nanoTime();
            sink = call.get();
            times.add(System.nanoTime() - start);
        }
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** What work gives that may share itself among so many threads. */
    static <T> T in(int threads, Callable<T> work) throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    /** Processor time of the calling thread in nanoseconds. */
    static long threadTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long warmUp(long nanoseconds, Supplier<?> call) {
        long end = THREADS.getCurrentThreadCpuTime() + nanoseconds;
        long fastest = time(1, call);
        while (THREADS.getCurrentThreadCpuTime() < end) {
            fastest = Math.min(fastest, time(1, call));
        }
        return Math.max(1, fastest);
    }

    private static long time(int batch, Supplier<?> call) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < batch; i++) {
            sink = call.get();
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
