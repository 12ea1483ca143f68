package org.acutance.math.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.acutance.math.scalar.BracketedRoot.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {
    private static final Map<String, DoubleUnaryOperator> MINIMA = Map.of(
            "quartic", x -> (x - 2) * x * (x + 2) * (x + 2),
            "cosh", x -> Math.cosh(x - 0.3),
            "wave", x -> Math.sin(x) + 0.1 * x,
            "kink", x -> Math.abs(x - 0.7) + 0.1 * x,
            "flat", x -> Math.pow(x - 1.5, 4));

    /** A function with its first two derivatives. */
    private record Smooth(DoubleUnaryOperator function, DoubleUnaryOperator first, DoubleUnaryOperator second) {}

    private static final Map<String, Smooth> ROOTS = Map.of(
            "square", new Smooth(x -> x * x - 2, x -> 2 * x, x -> 2),
            "cosine", new Smooth(x -> Math.cos(x) - x, x -> -Math.sin(x) - 1, x -> -Math.cos(x)),
            "exponential", new Smooth(x -> Math.exp(x) - 5, Math::exp, Math::exp),
            "cubic", new Smooth(x -> x * x * x - 2 * x - 5, x -> 3 * x * x - 2, x -> 6 * x),
            "seventh", new Smooth(x -> Math.pow(x, 7) - 0.1, x -> 7 * Math.pow(x, 6), x -> 42 * Math.pow(x, 5)));

    @ParameterizedTest
    @CsvFileSource(resources = "minima.tsv", delimiter = '\t', numLinesToSkip = 1)
    void minimaAreThoseOfScipy(
            String method, String name, double a, double b, double x, double fun, int nit, int nfev) {
        String ends = method.equals("bounded") ? ":lower=" + a + ",upper=" + b : ":xa=" + a + ",xb=" + b;

        ScalarMinimum minimum =
                ScalarMinimizers.CATALOGUE.create(method + ends).minimize(Objects.requireNonNull(MINIMA.get(name)));

        assertThat(minimum.success()).isTrue();
        assertThat(minimum.message()).startsWith("Converged");
        assertThat(minimum.x()).isCloseTo(x, within(1e-5));
        assertThat(minimum.fun()).isLessThanOrEqualTo(fun + 1e-7);
        assertThat(minimum.nfev()).isBetween(nfev - 3 - nfev / 10, nfev + 1 + nfev / 10);
        assertThat(minimum.nit()).isBetween(nit - 3 - nit / 10, nit + 1 + nit / 10);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "roots.tsv", delimiter = '\t', numLinesToSkip = 1)
    void rootsAreThoseOfScipy(String method, String name, double a, double b, double root, int iterations, int calls) {
        Smooth smooth = Objects.requireNonNull(ROOTS.get(name));
        Newton newton = Newton.standard();

        Root found =
                switch (method) {
                    case "newton" -> newton.find(smooth.function(), smooth.first(), b);
                    case "halley" -> newton.find(smooth.function(), smooth.first(), smooth.second(), b);
                    case "secant" -> newton.find(smooth.function(), b);
                    default ->
                        BracketedRoot.by(Method.valueOf(method.toUpperCase(Locale.ROOT)))
                                .find(smooth.function(), a, b);
                };

        assertThat(found.converged()).isTrue();
        assertThat(found.root()).isCloseTo(root, within(4e-12));
        boolean fewer = method.equals("toms748") && found.functionCalls() < calls;
        assertThat(fewer || found.iterations() == iterations).isTrue();
        assertThat(fewer || found.functionCalls() == calls).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aRootNeedsAChangeOfSign(Method method) {
        BracketedRoot search = BracketedRoot.by(method);
        String name = method.name().toLowerCase(Locale.ROOT);

        assertThatThrownBy(() -> search.find(x -> x * x + 1, -1, 2))
                .hasMessage(name + ": f(-1.0)=2.0 and f(2.0)=5.0 do not differ in sign; give ends between which the"
                        + " function crosses 0");
        assertThat(search.find(x -> x, 0, 2).root()).isZero();
        assertThat(search.find(x -> x, -1, 0).root()).isZero();
        assertThat(search.find(x -> Math.abs(x) < 0.5 ? Double.NaN : x, -1, 1.5).ending())
                .isEqualTo(Ending.NON_FINITE);
        Root stopped = new BracketedRoot(method, 2e-12, 1e-15, 3).find(x -> Math.exp(x) - 5, -4, 4);
        assertThat(stopped.ending()).isEqualTo(Ending.MAX_ITERATIONS);
        assertThat(stopped.message()).contains("raise maxiter");
    }

    @Test
    void newtonTellsWhyItFailed() {
        Newton newton = Newton.standard();

        assertThat(newton.find(x -> x * x + 1, x -> 2 * x, 0).ending()).isEqualTo(Ending.FLAT);
        assertThat(newton.find(x -> 1, 3).ending()).isEqualTo(Ending.FLAT);
        assertThat(newton.find(x -> Double.NaN, x -> 1, 0).ending()).isEqualTo(Ending.NON_FINITE);
        assertThat(newton.find(x -> Double.NaN, 1).ending()).isEqualTo(Ending.NON_FINITE);
        assertThat(newton.find(x -> x * x + 1, x -> 2 * x, 1.5).ending()).isEqualTo(Ending.MAX_ITERATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brent", "golden", "bounded:lower=-1,upper=1"})
    void whatCannotBeMinimisedIsTold(String method) {
        ScalarMinimizer minimizer = ScalarMinimizers.CATALOGUE.create(method);

        ScalarMinimum nowhere = minimizer.minimize(x -> Double.NaN);
        assertThat(nowhere.ending()).isEqualTo(Ending.NON_FINITE);
        assertThat(nowhere.success()).isFalse();
        assertThat(nowhere.nfev()).isLessThan(50);
        String separator = method.contains(":") ? "," : ":";
        ScalarMinimum stopped = ScalarMinimizers.CATALOGUE
                .create(method + separator + "maxiter=3")
                .minimize(x -> (x - 0.3) * (x - 0.3) + x * x * x * x);
        assertThat(stopped.ending()).isEqualTo(Ending.MAX_ITERATIONS);
    }

    @Test
    void aFunctionThatFallsForeverHasNoBracket() {
        for (ScalarMinimizer minimizer : new ScalarMinimizer[] {Brent.standard(), Golden.standard()}) {
            ScalarMinimum minimum = minimizer.minimize(x -> -x);
            assertThat(minimum.success()).isFalse();
            assertThat(minimum.message()).isIn(Ending.NO_BRACKET.message(), Ending.NON_FINITE.message());
        }
        assertThat(Ending.NO_BRACKET.message())
                .isEqualTo("Stopped: no rise was found on both sides; give other points for the bracket, or bounds.");
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> Bounded.between(2, 1))
                .hasMessage(
                        "bounded: lower=2.0 and upper=1.0 are no interval; give finite numbers, the lower one first");
        assertThatThrownBy(() -> ScalarMinimizers.CATALOGUE.create("brent:xb=0"))
                .hasMessage("bracket: xa and xb are both 0.0; give two points, whose distance is the first step");
        assertThatThrownBy(() -> ScalarMinimizers.CATALOGUE.create("bounded:lower=1"))
                .hasMessage("scalar method 'bounded': parameter 'upper' is missing; give a number");
    }

    @Test
    void defaultsAreThoseOfScipy() {
        assertThat(ScalarMinimizers.CATALOGUE.create("brent")).isEqualTo(Brent.standard());
        assertThat(ScalarMinimizers.CATALOGUE.create("golden")).isEqualTo(Golden.standard());
        assertThat(ScalarMinimizers.CATALOGUE.create("bounded:lower=0,upper=2")).isEqualTo(Bounded.between(0, 2));
    }
}
