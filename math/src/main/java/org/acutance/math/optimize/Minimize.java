package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Parameters;
import org.acutance.math.autodiff.Tensor;

/**
 * The loop around a method: it stops, counts, observes, cancels, keeps the history and the best point, and resumes. An
 * immutable description of how to minimise; each {@code with...} gives another one.
 *
 * @param optimizer the method
 * @param rule when to stop, beside the method's own tests
 * @param observers called in order after each iteration
 * @param cancelled asked before each evaluation; may be set by another thread
 * @param <S> the method's state
 */
public record Minimize<S extends State>(
        Optimizer<S> optimizer, StopRule rule, List<Observer> observers, BooleanSupplier cancelled) {
    /** A description; the observers are copied. */
    public Minimize {
        observers = List.copyOf(observers);
    }

    /** Minimises by a method, with no other rule than its own. */
    public static <S extends State> Minimize<S> by(Optimizer<S> optimizer) {
        return new Minimize<>(optimizer, StopRule.never(), List.of(), () -> false);
    }

    /**
     * Minimises by a method of the catalogue, as in {@code l-bfgs:maxcor=20}.
     *
     * @throws org.acutance.math.catalogue.SpecException if the specification cannot be read
     */
    public static Minimize<?> by(String specification) {
        return by(Optimizers.CATALOGUE.create(specification));
    }

    /**
     * Keeps to points between limits; the objective is not asked beyond them.
     *
     * @throws IllegalArgumentException if the method takes no bounds
     */
    public Minimize<S> within(Bounds bounds) {
        return with(optimizer
                .within(bounds)
                .orElseThrow(() -> new IllegalArgumentException("minimize: "
                        + optimizer.getClass().getSimpleName()
                        + " takes no bounds; use l-bfgs-b, tnc, slsqp or another of the catalogue that does")));
    }

    /**
     * Looks for the least value among points that keep constraints.
     *
     * @throws IllegalArgumentException if the method takes no constraints
     */
    public Minimize<S> subjectTo(Constraint... constraints) {
        return with(optimizer
                .subjectTo(List.of(constraints))
                .orElseThrow(() -> new IllegalArgumentException(
                        "minimize: " + optimizer.getClass().getSimpleName()
                                + " takes no constraints; use slsqp, trust-constr, cobyla or cobyqa")));
    }

    private Minimize<S> with(Optimizer<S> other) {
        return new Minimize<>(other, rule, observers, cancelled);
    }

    /** Stops by another rule as well. */
    public Minimize<S> withRule(StopRule other) {
        return new Minimize<>(optimizer, rule.or(other), observers, cancelled);
    }

    /** Calls one more observer. */
    public Minimize<S> withObserver(Observer observer) {
        return new Minimize<>(
                optimizer,
                rule,
                Stream.concat(observers.stream(), Stream.of(observer)).toList(),
                cancelled);
    }

    /** Ends with the best point so far, within one evaluation, when this turns true. */
    public Minimize<S> withCancel(BooleanSupplier cancel) {
        return new Minimize<>(optimizer, rule, observers, cancel);
    }

    /**
     * Minimises from a start.
     *
     * @param x0 where to start, of any shape and either precision
     * @return the best point found and why the search ended
     */
    public Solution minimize(Objective objective, NdArray x0) {
        return minimize(objective, () -> x0);
    }

    /**
     * As {@link #minimize(Objective, NdArray)}, from a start that is made when it is needed and that nothing holds when the
     * search has left it.
     */
    public Solution minimize(Objective objective, Supplier<NdArray> x0) {
        return run(objective, x0).solution();
    }

    /**
     * Minimises a differentiated function of a record, list or map of tensors by all of them together.
     *
     * @param objective gives one element
     * @param start where to start; it says what structure and shapes there are
     * @throws IllegalArgumentException if the start is no structure that {@link Parameters} takes
     */
    public <T> Minimum<T> minimizeOver(Function<T, Tensor> objective, T start) {
        Parameters<T> parameters = Parameters.like(start);
        Solution solution = minimize(
                Objective.differentiated(parameters.ofVector(objective)),
                parameters.flatten(start).value());
        return new Minimum<>(parameters.unflatten(Tensor.of(solution.x())), solution);
    }

    /** As {@link #minimize}, giving the run, which can be kept and resumed. */
    public Run<S> run(Objective objective, NdArray x0) {
        return run(objective, () -> x0);
    }

    private Run<S> run(Objective objective, Supplier<NdArray> x0) {
        return loop(objective, () -> started(objective, x0.get()), true);
    }

    private Run<S> started(Objective objective, NdArray x0) {
        Session session = new Session(objective, Counts.NONE, 0, x0.size(), () -> false);
        S state = optimizer.start(session.objective, x0);
        return Run.start(state, session.meter.counts(), session.seconds());
    }

    /**
     * As {@link #run}, from a state that the method gave, such as the end of a run on a neighbouring problem.
     *
     * @param state what to go on from; its reason is empty
     */
    public Run<S> runFrom(Objective objective, S state) {
        return loop(objective, () -> Run.start(state, Counts.NONE, 0), true);
    }

    /**
     * Goes on with a run that a rule, an observer or the user stopped, as if it had not been stopped. A run that its
     * method ended stays ended.
     */
    public Run<S> resume(Objective objective, Run<S> kept) {
        return loop(objective, kept::reopened, false);
    }

    /** The first run is made here, for what a caller passes it would hold on to. */
    private Run<S> loop(Objective objective, Supplier<Run<S>> from, boolean fresh) {
        Run<S> run = from.get();
        int unknowns = run.best().x().size();
        double seconds = run.latest().seconds();
        Session session = new Session(objective, run.counts(), seconds, unknowns, cancelled);
        run = fresh ? session.observed(run) : session.checked(run);
        while (run.reason().isEmpty()) {
            run = session.advanced(run);
        }
        session.meter.end();
        return run;
    }

    /** One call of the loop: its clock, its counter and its rules. */
    private final class Session {
        private final Meter meter;
        private final Objective objective;
        private final double secondsBefore;
        private final long startedAt = System.nanoTime();
        private final StopRule rules;

        Session(Objective objective, Counts counts, double seconds, int unknowns, BooleanSupplier cancel) {
            this.meter = new Meter(counts, cancel);
            this.objective = Counted.of(objective, meter);
            this.secondsBefore = seconds;
            this.rules = rule.or(optimizer.limits(unknowns));
        }

        double seconds() {
            return secondsBefore + (System.nanoTime() - startedAt) * 1e-9;
        }

        Run<S> advanced(Run<S> run) {
            if (cancelled.getAsBoolean()) {
                return run.ended(Reason.CANCELLED);
            }
            try {
                S next = optimizer.step(objective, run.state());
                return observed(run.then(next, meter.counts(), seconds()));
            } catch (Meter.Cancelled left) {
                return run.ended(Reason.CANCELLED);
            }
        }

        Run<S> observed(Run<S> run) {
            Run<S> checked = checked(run);
            boolean stop = false;
            for (Observer observer : observers) {
                stop |= observer.observe(checked) == Observer.Verdict.STOP;
            }
            return stop && checked.reason().isEmpty() ? checked.ended(Reason.STOP_REQUESTED) : checked;
        }

        Run<S> checked(Run<S> run) {
            Optional<Reason> reason = run.reason().or(() -> rules.check(run));
            return reason.map(run::ended).orElse(run);
        }
    }
}
