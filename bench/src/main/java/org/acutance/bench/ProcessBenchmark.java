package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The article's problem as a whole process, from file to file, beside the same in Python with SciPy. */
final class ProcessBenchmark implements Benchmark {
    @Override
    public String name() {
        return "process";
    }

    @Override
    public String help() {
        return "the article's problem as a whole process, npy to npy, beside Python with SciPy [--folder DIR | --size N]"
                + " [--runs N] [--command ./acutance]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        try {
            Options options = new Options(written, "--folder", "--size", "--runs", "--command");
            Path scratch = Files.createTempDirectory("acutance-bench");
            ArticleCase problem = ArticleCase.of(options, scratch);
            compare(problem, options.text("--command").orElse("./acutance"), scratch, options.number("--runs", 7), out);
            return 0;
        } catch (IOException failed) {
            out.println("process: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void compare(ArticleCase problem, String command, Path scratch, int runs, PrintStream out)
            throws IOException, InterruptedException {
        List<String> ours = new ArrayList<>(List.of(command));
        ours.addAll(problem.arguments(scratch.resolve("acutance.npy")));
        boolean scipy = Peers.pythonHas("numpy", "scipy.optimize");
        List<String> theirs = List.of(
                "python3",
                Peers.script("article_scipy.py", scratch).toString(),
                problem.observed().toString(),
                problem.psf().toString(),
                problem.start().toString(),
                scratch.resolve("scipy.npy").toString());
        double[] us = new double[runs];
        double[] them = new double[runs];
        double[] ratios = new double[runs];
        seconds(ours);
        for (int i = 0; i < runs; i++) {
            us[i] = seconds(ours);
            them[i] = scipy ? seconds(theirs) : Double.NaN;
            ratios[i] = us[i] / them[i];
        }
        out.println(problem.name() + "; seconds from the command to the written file, " + runs + " runs in turn");
        Table table = Table.of("process", "least", "median", "most");
        row(table, "acutance deblur", us);
        if (scipy) {
            row(table, "python3, SciPy Newton-CG, FFT gradients by hand", them);
            row(table, "ratio, run by run", ratios);
        }
        table.print(out);
        if (!scipy) {
            out.println("python3 with NumPy and SciPy is not on this machine: its row is left out");
        }
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        Peers.Finished finished = Peers.run(command);
        if (finished.code() != 0) {
            throw new IOException(command.get(0) + " failed: " + finished.output());
        }
        return finished.seconds();
    }

    private static void row(Table table, String name, double[] values) {
        Arrays.sort(values);
        table.row(
                name,
                Table.number(values[0], 3),
                Table.number(values[values.length / 2], 3),
                Table.number(values[values.length - 1], 3));
    }
}
