package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.StopRule;
import org.acutance.testkit.hs.HsProblem;

/** Our methods with constraints on the problems of Hock and Schittkowski, beside SciPy's. */
final class HsBenchmark implements ProblemsBenchmark {
    private static final int MOST = 5_000;

    /**
     * A method, its tolerances about SciPy's there.
     *
     * @param written the specification
     * @param scipy head of SciPy's column
     */
    private record Method(String written, String scipy) {}

    private static final List<Method> METHODS = List.of(
            new Method("slsqp:ftol=1e-10", "SLSQP"),
            new Method("trust-constr:xtol=1e-10,maxiter=2000", "trust-constr"),
            new Method("trust-constr:xtol=1e-10,maxiter=2000,hessian=bfgs", "trust-constr"),
            new Method("cobyla:tol=1e-8,maxiter=2000", "COBYLA"),
            new Method("cobyqa:final_tr_radius=1e-8,maxfev=2000", "COBYQA"));

    @Override
    public String name() {
        return "hock-schittkowski";
    }

    @Override
    public String help() {
        return "problems of Hock and Schittkowski with constraints, beside SciPy [--method SPEC: each problem]";
    }

    @Override
    public void printEach(String method, PrintStream out) {
        Table table = Table.of("problem", "solved", "nit", "nfev", "njev", "above minimum", "maxcv", "reason");
        for (HsProblem problem : HsProblem.all()) {
            Solution solution = solve(problem, method);
            table.row(
                    problem.toString(),
                    problem.isSolvedBy(solution) ? "yes" : "no",
                    "" + solution.nit(),
                    "" + solution.nfev(),
                    "" + solution.njev(),
                    String.format(Locale.ROOT, "%.1e", solution.fun() - problem.minimum()),
                    String.format(Locale.ROOT, "%.1e", solution.maxcv()),
                    solution.reason().name());
        }
        table.print(out);
    }

    @Override
    public void printAll(PrintStream out) throws IOException {
        out.println(
                "Solved of " + HsProblem.all().size() + ": above the published minimum by at most 1e-6 of it and 1e-7,"
                        + " no constraint violated by more than 1e-6. Evaluations are values or gradients of the objective,"
                        + " whichever are more, on average over the problems solved.");
        List<List<String>> scipy = Tally.table("hs_scipy.tsv");
        Table table = Table.of("method", "solved", "evaluations", "both solve", "evaluations");
        for (Method method : METHODS) {
            Progress.say("%s", method.written());
            Tally ours = tally(method.written());
            Tally theirs = Tally.ofColumn(scipy, method.scipy());
            List<Boolean> both = ours.solvedBoth(theirs);
            String shared = "" + both.stream().filter(is -> is).count();
            table.row(method.written(), "" + ours.count(), ours.mean(), shared, ours.mean(both));
            table.row("SciPy " + method.scipy(), "" + theirs.count(), theirs.mean(), shared, theirs.mean(both));
        }
        table.print(out);
    }

    private static Solution solve(HsProblem problem, String method) {
        return problem.with(Minimize.by(method))
                .withRule(StopRule.maxEvaluations(MOST))
                .minimize(problem.objective(), problem.x0());
    }

    private static Tally tally(String method) {
        Tally tally = Tally.NONE;
        for (HsProblem problem : HsProblem.all()) {
            Solution solution = solve(problem, method);
            tally = tally.plus(problem.isSolvedBy(solution), solution);
        }
        return tally;
    }
}
