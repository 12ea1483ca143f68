package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.deblur.prior.Domain;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.Spec;
import org.acutance.math.linear.CirculantMap;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every prior of the catalogue on periodic and other domains, in odd shapes, ranks 1 to 3 and axes of length one. */
class EveryPriorTest {
    private static final List<String> SPECS = List.of(
            "tv",
            "tv:form=anisotropic,voxel=2",
            "smoothed-tv:eps=0.5",
            "huber-tv:threshold=0.9",
            "vectorial-tv",
            "tgv:accuracy=1e-7",
            "hessian-schatten",
            "hessian-schatten:order=frobenius",
            "hessian-schatten:order=spectral",
            "log-hessian",
            "hyper-laplacian",
            "wavelet",
            "wavelet:family=db4,levels=2",
            "wavelet:family=sym4,levels=2",
            "wavelet:family=spline,levels=2",
            "good-roughness:eps=0.3",
            "entropy:floor=0.05",
            "tikhonov",
            "gradient",
            "laplacian:voxel=2",
            "gradient-norm",
            "non-negative",
            "box:lower=0.1,upper=0.7",
            "at-least:level=0.2",
            "none");
    private static final Set<String> NOT_CONVEX = Set.of("hyper-laplacian", "log-hessian");
    private static final Set<String> COST_A_CONSTANT = Set.of("tikhonov");
    /** Those whose maps are sums of products that cancel only but for rounding. */
    private static final Set<String> ROUNDED_ON_CONSTANTS = Set.of(
            "wavelet",
            "wavelet:family=db4,levels=2",
            "wavelet:family=sym4,levels=2",
            "wavelet:family=spline,levels=2",
            "entropy:floor=0.05");
    /** Those whose proximal map is an iteration that starts from where the last call ended. */
    private static final Set<String> STARTS_FROM_THE_LAST = Set.of("tgv:accuracy=1e-7");
    /** Those that join forward differences along several axes in one group, and unsymmetric wavelets. */
    private static final Set<String> TURNED = Set.of(
            "log-hessian",
            "tv",
            "smoothed-tv:eps=0.5",
            "huber-tv:threshold=0.9",
            "vectorial-tv",
            "tgv:accuracy=1e-7",
            "hessian-schatten",
            "hessian-schatten:order=frobenius",
            "hessian-schatten:order=spectral",
            "wavelet:family=db4,levels=2",
            "wavelet:family=sym4,levels=2");

    private static final List<Shape> SHAPES =
            List.of(Shape.of(7), Shape.of(5, 4), Shape.of(1, 6), Shape.of(3, 1, 5), Shape.of(2, 3, 4));

    static List<String> specs() {
        return SPECS;
    }

    private static Prior prior(String spec) {
        return Priors.CATALOGUE.create(spec).prior();
    }

    private static Stream<Domain> domains() {
        return SHAPES.stream().flatMap(shape -> Stream.of(Domain.of(shape, true), Domain.of(shape, false)));
    }

    private static NdArray image(Shape shape) {
        return new Samples(5).uniform(shape, Precision.FLOAT64, 0.1, 0.7);
    }

    /** A denoiser has none of the forms that are tested here. */
    @Test
    void isTested() {
        Stream<String> tested = SPECS.stream().map(spec -> Spec.parse(spec).name());
        assertThat(Stream.concat(tested, Stream.of("bm3d")).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(Priors.CATALOGUE.names()));
    }

    static Stream<Arguments> penalties() {
        return SPECS.stream().flatMap(spec -> domains()
                .filter(domain -> prior(spec).penalty(domain).isPresent())
                .flatMap(domain -> Arrays.stream(Precision.values()).map(precision -> {
                    Example example = new Example(
                            spec + (domain.periodic() ? " periodic" : ""),
                            x -> prior(spec).penalty(domain).orElseThrow().apply(x.get(0)),
                            List.of(new Example.Operand(domain.shape(), 0.1, 0.9)));
                    return Arguments.of(example, precision);
                })));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("penalties")
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void allFormsHaveOneValue(String spec) {
        domains().forEach(domain -> {
            NdArray x = image(domain.shape());
            prior(spec).penalty(domain).ifPresent(penalty -> prior(spec)
                    .terms(domain)
                    .ifPresent(terms -> assertThat(penalty.apply(Tensor.of(x)).item())
                            .as("%s", domain)
                            .isCloseTo(value(terms, x), within(1e-12))));
        });
    }

    private static double value(List<Term> terms, NdArray x) {
        return terms.stream().mapToDouble(term -> term.value(x)).sum();
    }

    private static double value(String spec, NdArray x, boolean periodic) {
        return Regulariser.of(prior(spec), 1).value(x, Domain.of(x.shape(), periodic));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aConstantImageCostsNothingAndHasAFiniteGradient(String spec) {
        domains().filter(domain -> !COST_A_CONSTANT.contains(spec)).forEach(domain -> {
            NdArray constant = NdArray.full(domain.shape(), Precision.FLOAT64, 0.3);
            assertThat(Regulariser.of(prior(spec), 1).value(constant, domain))
                    .isCloseTo(0, within(ROUNDED_ON_CONSTANTS.contains(spec) ? 1e-13 : 0));
            prior(spec).penalty(domain).ifPresent(penalty -> assertThat(Gradients.grad(penalty)
                            .apply(Tensor.of(constant))
                            .value()
                            .maxAbs())
                    .isLessThan(1e-15));
        });
    }

    /** Derivatives that a prior has of its own, beside those of its penalty by differentiation. */
    @ParameterizedTest
    @MethodSource("specs")
    void derivativesOfItsOwnAreThoseByDifferentiation(String spec) {
        for (Shape shape : List.of(Shape.of(7), Shape.of(5, 6), Shape.of(1, 4), Shape.of(4, 3, 5))) {
            for (boolean periodic : new boolean[] {true, false}) {
                Domain domain = Domain.of(shape, periodic);
                Prior prior = Priors.CATALOGUE.create(spec).prior();
                prior.objective(domain).ifPresent(objective -> {
                    NdArray x = new Samples(5).uniform(shape, Precision.FLOAT64, 0.2, 1);
                    NdArray direction = new Samples(6).uniform(shape, Precision.FLOAT64, -1, 1);
                    UnaryOperator<Tensor> penalty = prior.penalty(domain).orElseThrow();
                    Evaluation expected = Objective.differentiated(penalty).at(x);
                    Evaluation actual = objective.at(x);
                    assertThat(actual.value()).isCloseTo(expected.value(), within(1e-12));
                    assertThat(actual.gradient().minus(expected.gradient()).maxAbs())
                            .isLessThan(1e-12);
                    NdArray product = expected.hessianProduct(direction);
                    assertThat(actual.hessianProduct(direction).minus(product).maxAbs())
                            .isLessThan(1e-11);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void mapsAreCirculantOnAPeriodicDomain(String spec) {
        domains().filter(Domain::periodic).forEach(domain -> assertThat(
                        prior(spec).terms(domain).stream().flatMap(List::stream).map(Term::map))
                .allMatch(CirculantMap.class::isInstance));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aShiftAndAnExchangeOfAxesChangeNothing(String spec) {
        NdArray x = image(Shape.of(5, 6));
        double value = value(spec, x, true);
        double close = spec.startsWith("tgv") ? 1e-6 * value : 1e-12;
        assertThat(value(spec, x.roll(0, 2).roll(1, -1), true)).isCloseTo(value, within(close));
        assertThat(value(spec, x.permute(1, 0), true)).isCloseTo(value, within(close));
        assertThat(value(spec, x.permute(1, 0), false)).isCloseTo(value(spec, x, false), within(close));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aFlipChangesNothing(String spec) {
        NdArray x = image(Shape.of(5, 6));
        if (!TURNED.contains(spec)) {
            assertThat(value(spec, x.flip(0), true)).isCloseTo(value(spec, x, true), within(1e-12));
            assertThat(value(spec, x.flip(), true)).isCloseTo(value(spec, x, true), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void proximalMapsKeepTheContract(String spec) {
        domains().forEach(domain -> {
            List<Term> terms =
                    prior(spec).terms(domain).stream().flatMap(List::stream).toList();
            for (int i = 0; i < terms.size(); i++) {
                Shape range = terms.get(i).map().range();
                Proximal function = STARTS_FROM_THE_LAST.contains(spec)
                        ? new Fresh(spec, domain, i)
                        : terms.get(i).function();
                double tolerance = STARTS_FROM_THE_LAST.contains(spec) ? 1e-6 : 1e-9;
                new ProximalContract(
                                function,
                                range,
                                Precision.FLOAT64,
                                !NOT_CONVEX.contains(Spec.parse(spec).name()),
                                tolerance)
                        .check();
            }
        });
    }

    /** A term made anew for each call, so that no call knows of another. */
    private record Fresh(String spec, Domain domain, int number) implements Proximal {
        private Proximal function() {
            return prior(spec).terms(domain).orElseThrow().get(number).function();
        }

        @Override
        public double value(NdArray x) {
            return function().value(x);
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            return function().prox(x, step);
        }
    }
}
