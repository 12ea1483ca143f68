package org.acutance.math.optimize;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that are the first-order methods of learning. */
final class MomentOptimizers {
    private static final Parameter<Schedule> SCHEDULE =
            Parameter.choice("schedule", "how the learning rate changes", Schedule.class, "plateau");
    private static final Parameter<Integer> DECAY =
            Optimizers.count("decay", "iterations that schedules other than plateau count in", "1000");
    private static final Parameter<Integer> PATIENCE =
            Optimizers.count("patience", "iterations without a lower value before a plateau's rate is halved", "20");
    private static final Parameter<Double> XTOL =
            Optimizers.tolerance("xtol", "converged when the learning rate is at most this", "1e-9");
    private static final Parameter<Integer> MAXITER = Optimizers.count("maxiter", "limit of iterations", "100000");
    private static final Parameter<Double> EPSILON =
            Optimizers.tolerance("epsilon", "added to the root of the mean square", "1e-8");

    // What plain descent has left at the end lies along the flattest directions, where small gradients mean long ways.
    private static final Parameter<Double> FLAT_GTOL =
            Optimizers.tolerance("gtol", "converged when no element of the gradient is larger", "1e-6");

    private MomentOptimizers() {}

    static Entry<Optimizer<?>> adam() {
        Parameter<Double> beta1 = share("beta1", "decay of the gradient's mean", "0.9");
        Parameter<Double> beta2 = share("beta2", "decay of the gradient's mean square", "0.999");
        return entry(
                "adam",
                "Adam with a learning rate that falls by itself; for rough objectives",
                rate("in units of x", "0.1"),
                List.of(beta1, beta2, EPSILON),
                Optimizers.GTOL,
                a -> new MomentRule.Adam(a.get(beta1), a.get(beta2), a.get(EPSILON)));
    }

    static Entry<Optimizer<?>> rmsProp() {
        Parameter<Double> alpha = share("alpha", "decay of the gradient's mean square", "0.99");
        Parameter<Double> momentum = share("momentum", "share of the step before that is added", "0");
        return entry(
                "rmsprop",
                "RMSprop with a learning rate that falls by itself; for rough objectives",
                rate("in units of x", "0.01"),
                List.of(alpha, momentum, EPSILON),
                Optimizers.GTOL,
                a -> new MomentRule.RmsProp(a.get(alpha), a.get(EPSILON), a.get(momentum)));
    }

    static Entry<Optimizer<?>> sgd() {
        Parameter<Double> momentum = share("momentum", "share of the step before that is added", "0.9");
        Parameter<Boolean> nesterov = Parameter.flag("nesterov", "whether to look ahead along the step", false);
        return entry(
                "sgd",
                "gradient descent with momentum and schedules of the learning rate",
                rate("a multiple of the gradient", "0.001"),
                List.of(momentum, nesterov),
                FLAT_GTOL,
                a -> new MomentRule.Sgd(a.get(momentum), a.get(nesterov)));
    }

    private static Entry<Optimizer<?>> entry(
            String name,
            String help,
            Parameter<Double> rate,
            List<Parameter<?>> own,
            Parameter<Double> gtol,
            Function<Arguments, MomentRule> rule) {
        List<Parameter<?>> common = List.of(SCHEDULE, DECAY, PATIENCE, gtol, XTOL, MAXITER);
        return new Entry<>(
                name,
                help,
                Stream.of(List.<Parameter<?>>of(rate), own, common)
                        .<Parameter<?>>flatMap(List::stream)
                        .toList(),
                a -> new MomentDescent(
                        rule.apply(a),
                        a.get(rate),
                        a.get(SCHEDULE),
                        a.get(DECAY),
                        a.get(PATIENCE),
                        a.get(gtol),
                        a.get(XTOL),
                        a.get(MAXITER)));
    }

    private static Parameter<Double> rate(String unit, String fallback) {
        return Parameter.number(
                "learning-rate", "first learning rate, " + unit, Double.MIN_VALUE, Double.MAX_VALUE, fallback);
    }

    private static Parameter<Double> share(String name, String help, String fallback) {
        return Parameter.number(name, help, 0, 1, fallback);
    }
}
