package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.StopRule;
import org.acutance.testkit.mgh.MghProblem;

/** Our methods on the problems of Moré, Garbow and Hillstrom, beside SciPy's. */
final class MghBenchmark implements ProblemsBenchmark {
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
            Method.of("slsqp:ftol=1e-16,maxiter=3000", "SLSQP"),
            Method.of("trust-constr:gtol=1e-10,xtol=1e-12,maxiter=3000", "trust-constr"),
            Method.of("trust-constr:gtol=1e-10,xtol=1e-12,maxiter=3000,hessian=bfgs", "trust-constr"),
            Method.of("cg:gtol=1e-10,maxiter=20000", "CG"),
            Method.of("nelder-mead:adaptive=true,xatol=1e-10,fatol=1e-10,maxfev=20000", "Nelder-Mead"),
            Method.of("powell:xtol=1e-10,ftol=1e-10,maxfev=20000", "Powell"),
            Method.of("cobyqa:final_tr_radius=1e-10,maxfev=20000", "COBYQA"),
            new Method("cobyla:tol=1e-10,maxiter=20000", Optional.empty()));

    @Override
    public String name() {
        return "mgh";
    }

    @Override
    public String help() {
        return "the 42 problems of Moré, Garbow and Hillstrom, beside SciPy [--method SPEC: each problem]";
    }

    @Override
    public void printEach(String method, PrintStream out) {
        Table table = Table.of("problem", "solved", "nit", "first", "nfev", "njev", "nhev", "above minimum", "reason");
        for (MghProblem problem : MghProblem.all()) {
            First first = new First(problem);
            Solution solution = solve(problem, first, method);
            table.row(
                    problem.toString(),
                    problem.isSolvedBy(solution.fun()) ? "yes" : "no",
                    "" + solution.nit(),
                    "" + first.found,
                    "" + solution.nfev(),
                    "" + solution.njev(),
                    "" + solution.nhev(),
                    String.format(Locale.ROOT, "%.1e", solution.fun() - problem.minimum()),
                    solution.reason().name());
        }
        table.print(out);
    }

    @Override
    public void printAll(PrintStream out) throws IOException {
        out.println("Solved: above the minimum by at most 1e-6 of it, or 1e-9 where it is 0. Evaluations are values or"
                + " gradients, whichever are more, on average over the problems solved; \"both\": over those that SciPy"
                + " solves too.");
        List<List<String>> scipy = Tally.table("mgh_scipy.tsv");
        Table table = Table.of("method", "solved", "evaluations", "SciPy", "evaluations", "both, ours", "both, SciPy");
        for (Method method : METHODS) {
            Progress.say("%s", method.written());
            Tally ours = tally(method.written());
            Optional<Tally> theirs = method.scipy().map(name -> Tally.ofColumn(scipy, name));
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

    /** A problem that remembers which of its values was the first to count as solved; 0 if none does. */
    private static final class First implements Objective {
        private final MghProblem problem;
        private int values;
        private int found;

        First(MghProblem problem) {
            this.problem = problem;
        }

        @Override
        public Evaluation at(NdArray x) {
            Evaluation evaluation = problem.objective().at(x);
            values++;
            found = found == 0 && problem.isSolvedBy(evaluation.value()) ? values : found;
            return evaluation;
        }
    }

    private static Solution solve(MghProblem problem, Objective objective, String method) {
        return Minimize.by(method).withRule(StopRule.maxEvaluations(MOST)).minimize(objective, problem.x0());
    }

    private static Tally tally(String method) {
        Tally tally = Tally.NONE;
        for (MghProblem problem : MghProblem.all()) {
            Solution solution = solve(problem, problem.objective(), method);
            tally = tally.plus(problem.isSolvedBy(solution.fun()), solution);
        }
        return tally;
    }
}
