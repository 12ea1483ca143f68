package org.acutance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.StopRule;
import org.acutance.testkit.mgh.MghProblem;

/** Our methods on the problems of Moré, Garbow and Hillstrom, beside SciPy's. */
final class MghBenchmark implements Benchmark {
    private static final int MOST = 20_000;

    /**
     * A method, its tolerances so tight that the figures tell how far it comes.
     *
     * @param written the specification
     * @param scipy head of SciPy's column; empty if SciPy has no such method
     */
    private record Method(String written, Optional<String> scipy) {
        static Method of(String written, String scipy) {
            return new Method(written, Optional.of(scipy));
        }
    }

    private static final List<Method> METHODS = List.of(
            new Method("trust-exact:gtol=1e-10,maxiter=3000", Optional.empty()),
            new Method("dogleg:gtol=1e-10,maxiter=3000", Optional.empty()),
            Method.of("trust-ncg:gtol=1e-10,maxiter=3000", "trust-ncg"),
            Method.of("trust-krylov:gtol=1e-10,maxiter=3000", "trust-krylov"),
            Method.of("newton-cg:xtol=1e-10,maxiter=2000", "Newton-CG"),
            Method.of("bfgs:gtol=1e-10,maxiter=3000", "BFGS"),
            Method.of("l-bfgs:gtol=1e-10,ftol=0", "L-BFGS-B"),
            Method.of("l-bfgs-b:gtol=1e-10,ftol=0", "L-BFGS-B"),
            Method.of("tnc:gtol=1e-10,ftol=0", "TNC"),
            Method.of("cg:gtol=1e-10,maxiter=20000", "CG"),
            Method.of("nelder-mead:adaptive=true,xatol=1e-10,fatol=1e-10,maxfev=20000", "Nelder-Mead"),
            Method.of("powell:xtol=1e-10,ftol=1e-10,maxfev=20000", "Powell"));

    /** How a method did: on which problems it reached the minimum, and after how many evaluations. */
    private record Tally(List<Boolean> solved, List<Integer> evaluations) {
        long count() {
            return solved.stream().filter(is -> is).count();
        }

        String mean() {
            return mean(solved);
        }

        /** The mean of the evaluations over the problems that are marked. */
        String mean(List<Boolean> marked) {
            double mean = IntStream.range(0, marked.size())
                    .filter(marked::get)
                    .mapToDouble(evaluations::get)
                    .average()
                    .orElse(Double.NaN);
            return Table.number(mean, 0);
        }

        List<Boolean> solvedBoth(Tally other) {
            return IntStream.range(0, solved.size())
                    .mapToObj(i -> solved.get(i) && other.solved.get(i))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "mgh";
    }

    @Override
    public String help() {
        return "the 42 problems of Moré, Garbow and Hillstrom, beside SciPy [--method SPEC: each problem]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        try {
            Optional<String> one = new Options(written, "--method").text("--method");
            if (one.isPresent()) {
                printEach(one.get(), out);
            } else {
                printAll(out);
            }
            return 0;
        } catch (IllegalArgumentException misuse) {
            out.println("mgh: " + misuse.getMessage());
            return 2;
        } catch (IOException failed) {
            out.println("mgh: " + failed.getMessage());
            return 1;
        }
    }

    private static void printEach(String method, PrintStream out) {
        Table table = Table.of("problem", "solved", "nit", "nfev", "njev", "nhev", "above minimum", "reason");
        for (MghProblem problem : MghProblem.all()) {
            Solution solution = solve(problem, method);
            table.row(
                    problem.toString(),
                    problem.isSolvedBy(solution.fun()) ? "yes" : "no",
                    "" + solution.nit(),
                    "" + solution.nfev(),
                    "" + solution.njev(),
                    "" + solution.nhev(),
                    String.format(Locale.ROOT, "%.1e", solution.fun() - problem.minimum()),
                    solution.reason().name());
        }
        table.print(out);
    }

    private static void printAll(PrintStream out) throws IOException {
        out.println("Solved: above the minimum by at most 1e-6 of it, or 1e-9 where it is 0. Evaluations are values or"
                + " gradients, whichever are more, on average over the problems solved; \"both\": over those that SciPy"
                + " solves too.");
        List<List<String>> scipy = scipy();
        Table table = Table.of("method", "solved", "evaluations", "SciPy", "evaluations", "both, ours", "both, SciPy");
        for (Method method : METHODS) {
            Progress.say("%s", method.written());
            Tally ours = tally(method.written());
            Optional<Tally> theirs = method.scipy().map(name -> tally(scipy, name));
            table.row(
                    method.written(),
                    "" + ours.count(),
                    ours.mean(),
                    theirs.map(tally -> "" + tally.count()).orElse("-"),
                    theirs.map(Tally::mean).orElse("-"),
                    theirs.map(tally -> ours.mean(ours.solvedBoth(tally))).orElse("-"),
                    theirs.map(tally -> tally.mean(ours.solvedBoth(tally))).orElse("-"));
        }
        table.print(out);
    }

    private static Solution solve(MghProblem problem, String method) {
        return Minimize.by(method).withRule(StopRule.maxEvaluations(MOST)).minimize(problem.objective(), problem.x0());
    }

    private static Tally tally(String method) {
        List<Boolean> solved = new ArrayList<>();
        List<Integer> evaluations = new ArrayList<>();
        for (MghProblem problem : MghProblem.all()) {
            Solution solution = solve(problem, method);
            solved.add(problem.isSolvedBy(solution.fun()));
            evaluations.add(Math.max(solution.nfev(), solution.njev()));
        }
        return new Tally(solved, evaluations);
    }

    /** A column of SciPy's figures; an exclamation mark stands before what it did not solve. */
    private static Tally tally(List<List<String>> scipy, String name) {
        int column = scipy.get(0).indexOf(name);
        List<String> cells = scipy.stream().skip(1).map(row -> row.get(column)).toList();
        return new Tally(
                cells.stream().map(cell -> !cell.startsWith("!")).toList(),
                cells.stream()
                        .map(cell -> Integer.valueOf(cell.replace("!", "")))
                        .toList());
    }

    /** SciPy 1.17 at about the same tolerances; {@code make_mgh_scipy.py} beside the table wrote it. */
    private static List<List<String>> scipy() throws IOException {
        try (InputStream table = Objects.requireNonNull(MghBenchmark.class.getResourceAsStream("mgh_scipy.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }
}
