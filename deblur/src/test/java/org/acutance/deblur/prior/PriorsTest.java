package org.acutance.deblur.prior;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Reference;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and proximal maps beside NumPy's and SciPy's, sums of priors, refusals. */
class PriorsTest {
    private static final Reference REFERENCE = Reference.load(PriorsTest.class, "priors.txt");
    private static final List<String> WITHOUT_VOXEL = List.of("wavelet:levels=2", "entropy", "tikhonov");

    private static Prior prior(String spec) {
        return Priors.CATALOGUE.create(spec).prior();
    }

    private static String with(String spec, String parameter) {
        return spec + (spec.contains(":") ? "," : ":") + parameter;
    }

    static Stream<Arguments> values() {
        Stream<String> differences = Stream.of(
                "tv",
                "tv:form=anisotropic",
                "smoothed-tv:eps=0.2",
                "huber-tv:threshold=0.3",
                "hessian-schatten:order=nuclear",
                "hessian-schatten:order=frobenius",
                "hessian-schatten:order=spectral",
                "hyper-laplacian:exponent=0.5",
                "good-roughness:eps=0.1",
                "gradient",
                "laplacian",
                "gradient-norm");
        return Stream.concat(differences, WITHOUT_VOXEL.stream()).flatMap(spec -> Stream.of(1, 2, 3)
                .flatMap(rank -> Stream.of(Arguments.of(spec, rank, true), Arguments.of(spec, rank, false))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreThoseOfNumPy(String spec, int rank, boolean periodic) {
        NdArray image = REFERENCE.get("image" + rank);
        String voxel = DoubleStream.of(REFERENCE.get("voxel" + rank).toDoubles())
                .mapToObj(Double::toString)
                .collect(Collectors.joining("x"));
        Prior prior = prior(WITHOUT_VOXEL.contains(spec) ? spec : with(spec, "voxel=" + voxel));
        Domain domain = Domain.of(image.shape(), periodic);
        String name = "value|" + rank + "|" + (periodic ? "True" : "False") + "|" + spec;
        assertThat(Regulariser.of(prior, 1).value(image, domain))
                .isCloseTo(REFERENCE.get(name).item(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void vectorialVariationSumsOverTheChannels(boolean periodic) {
        NdArray channels = NdArray.of(REFERENCE.get("image3").toDoubles(), 3, 4, 5);
        Prior prior = prior("vectorial-tv:voxel=3x1");
        Domain domain = new Domain(channels.shape(), 1, periodic, Precision.FLOAT64);
        assertThat(prior.couplesChannels()).isTrue();
        assertThat(Regulariser.of(prior, 1).value(channels, domain))
                .isCloseTo(
                        REFERENCE
                                .get("vectorial|" + (periodic ? "True" : "False"))
                                .item(),
                        within(1e-12));
    }

    @Test
    void generalisedVariationIsThatOfLinearProgramming() {
        NdArray image = REFERENCE.get("image1");
        Prior prior = prior("tgv:accuracy=1e-7");
        Domain domain = Domain.of(image.shape(), false);
        double expected = REFERENCE.get("tgv|value").item();
        assertThat(Regulariser.of(prior, 1).value(image, domain)).isCloseTo(expected, within(1e-6 * expected));
        Proximal function = prior.terms(domain).orElseThrow().get(0).function();
        assertThat(distance(function.prox(REFERENCE.get("tgv|field"), 0.05), REFERENCE.get("tgv|prox|0.05")))
                .isLessThan(1e-6);
    }

    static Stream<Arguments> proximalMaps() {
        Stream<String> pairs = Stream.of(
                        "2|SIZE|tv",
                        "2|SIZE|tv:form=anisotropic",
                        "2|SIZE|smoothed-tv:eps=0.2",
                        "2|SIZE|huber-tv:threshold=0.3",
                        "1|SIZE|hyper-laplacian:exponent=0.5",
                        "1|SIZE|hyper-laplacian",
                        "3|SIZE|hessian-schatten:order=nuclear",
                        "3|SIZE|hessian-schatten:order=spectral",
                        "3|SIZE|hessian-schatten:order=frobenius")
                .flatMap(name -> Stream.of("0.1", "0.7").map(step -> name.replace("SIZE", step)));
        return Stream.concat(pairs, Stream.of("6|0.4|hessian-schatten:order=nuclear"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("proximalMaps")
    void proximalMapsAreThoseOfASearch(String name) {
        String[] words = name.split("\\|", -1);
        NdArray points = REFERENCE.get("point|" + name);
        Shape shape = words[0].equals("6") ? Shape.of(4, 4, 4) : Shape.of(4, 4);
        Proximal function = prior(words[2])
                .terms(Domain.of(shape, true))
                .orElseThrow()
                .get(0)
                .function();
        assertThat(distance(function.prox(points, Double.parseDouble(words[1])), REFERENCE.get("prox|" + name)))
                .isLessThan(1e-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.7"})
    void theProximalMapOfTheEntropyIsThatOfASearch(String step) {
        NdArray points = REFERENCE.get("point|4|" + step + "|entropy").permute(1, 0);
        NdArray expected = REFERENCE.get("prox|4|" + step + "|entropy").permute(1, 0);
        Proximal function = prior("entropy")
                .terms(Domain.of(Shape.of(4), true))
                .orElseThrow()
                .get(0)
                .function();
        for (int i = 0; i < 2; i++) {
            NdArray point = points.slice(0, i, i + 1).reshape(4);
            assertThat(distance(
                            function.prox(point, Double.parseDouble(step)),
                            expected.slice(0, i, i + 1).reshape(4)))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void limitsOfAllPartsHoldTogether() {
        Regulariser sum = Priors.parse("tv:weight=0.1+non-negative+box:lower=-1,upper=0.8");
        assertThat(sum.bounds()).isEqualTo(Bounds.between(0, 0.8));
        assertThat(sum.withoutBounds().names()).isEqualTo("tv");
        assertThat(Priors.parse("tv+gradient").bounds()).isEqualTo(Bounds.NONE);
    }

    @Test
    void theValueIsInfiniteBeyondLimits() {
        NdArray image = NdArray.vector(1, -0.1, 2);
        Domain domain = Domain.of(image.shape(), true);
        assertThat(Priors.parse("tv:weight=2").value(image, domain)).isCloseTo(2 * 4.2, within(1e-12));
        assertThat(Priors.parse("tv:weight=2+non-negative").value(image, domain))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void squaredDistancesStaySoWithAWeight() {
        Domain domain = Domain.of(Shape.of(3, 4), true);
        Proximal function = Priors.parse("gradient:weight=0.3")
                .terms(domain)
                .orElseThrow()
                .get(0)
                .function();
        assertThat(function).isInstanceOf(SquaredDistance.class);
        assertThat(function.value(NdArray.full(Shape.of(2, 3, 4), Precision.FLOAT64, 1)))
                .isCloseTo(0.3 * 12, within(1e-12));
    }

    @Test
    void weightsAreFoundFromTheDataUnlessGiven() {
        for (String name : Priors.CATALOGUE.names()) {
            OptionalDouble weight = Priors.CATALOGUE.create(name).weight();
            switch (name) {
                case "non-negative", "at-least", "box", "bm3d" ->
                    assertThat(weight).hasValue(1);
                case "none" -> assertThat(weight).hasValue(0);
                default -> assertThat(weight).as(name).isEmpty();
            }
        }
    }

    @Test
    void usersBringTheirOwn() {
        NdArray x = NdArray.vector(1, -2, 3);
        Domain domain = Domain.of(x.shape(), true);
        assertThat(Regulariser.of(Prior.of((Tensor t) -> t.squaredNorm()), 2).value(x, domain))
                .isEqualTo(28);
        assertThat(Regulariser.of(Prior.of(new L1Norm(1)), 2).value(x, domain)).isEqualTo(12);
        Prior terms = Prior.of(prior("tv").terms(domain).orElseThrow());
        assertThat(Regulariser.of(terms, 1).value(x, domain)).isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.terms(Domain.of(Shape.of(4), true)))
                .withMessage("prior: term on gradient: got shape [3], expected [4]");
    }

    @Test
    void voxelsGoWithTheAxes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prior("tv:voxel=3x1x1").terms(Domain.of(Shape.of(5, 5), true)))
                .withMessage("prior: voxel has 3 values but the image has 2 axes; give one, or one per axis");
        assertThat(prior("tv:voxel=2")
                        .terms(Domain.of(Shape.of(5), true))
                        .orElseThrow()
                        .get(0)
                        .function())
                .isEqualTo(new GroupNorm(1));
    }

    @Test
    void limitsThatCrossAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Priors.parse("box:lower=1,upper=0"))
                .withMessage(
                        "bounds: no number is from 1.0 to 0.0, at element 0; give a lower limit that is at most the"
                                + " upper one");
    }
}
