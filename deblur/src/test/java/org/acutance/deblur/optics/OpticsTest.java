package org.acutance.deblur.optics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.acutance.deblur.image.Reference;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.special.Bessel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

public class OpticsTest {
    private static final Reference SCIPY = Reference.load(OpticsTest.class, "optics.txt");
    private static final Length GREEN = new Length(520);
    private static final Media OIL = new Media(
            1.33,
            new Length(4000),
            1.52,
            1.5255,
            new Length(171e3),
            new Length(170e3),
            1.518,
            1.515,
            new Length(150e3));
    private static final Media AIR =
            new Media(1.45, new Length(20000), 1.5, 1.5, new Length(170e3), new Length(170e3), 1, 1, new Length(600e3));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void besselIsScipys(int order) {
        double[] x = SCIPY.get("bessel/x").toDoubles();
        double[] expected = SCIPY.get("bessel/" + order).toDoubles();
        for (int i = 0; i < x.length; i++) {
            assertThat(Bessel.j(order, x[i])).as("J%d(%s)", order, x[i]).isCloseTo(expected[i], within(2e-14));
        }
    }

    @Test
    void quadratureIsExactForPolynomials() {
        GaussLegendre rule = new GaussLegendre(5, -1, 3);
        double integral = IntStream.range(0, 5)
                .mapToDouble(i -> rule.weight(i) * Math.pow(rule.node(i), 9))
                .sum();
        assertThat(integral).isCloseTo((Math.pow(3, 10) - 1) / 10, within(1e-9));
    }

    private static Lens lens(String model, String media) {
        return switch (media) {
            case "oil" -> new Lens(Diffraction.valueOf(model), model.equals("RICHARDS_WOLF") ? 1.25 : 1.4, OIL);
            case "air" -> new Lens(Diffraction.valueOf(model), 0.75, AIR);
            case "same" -> new Lens(Diffraction.valueOf(model), 1.4, Media.uniform(1.515));
            default -> new Lens(Diffraction.valueOf(model), 1.2, Media.uniform(1.515));
        };
    }

    /** Intensities at radii and stage positions, against adaptive quadrature. */
    @ParameterizedTest
    @CsvSource({
        "BORN_WOLF, one, born-wolf",
        "GIBSON_LANNI, oil, gibson-lanni/oil",
        "GIBSON_LANNI, air, gibson-lanni/air",
        "RICHARDS_WOLF, same, richards-wolf/same",
        "RICHARDS_WOLF, oil, richards-wolf/oil"
    })
    void focusIsTheIntegral(String model, String media, String name) {
        double step = 1;
        NdArray radii = SCIPY.get("radii");
        RadialGrid grid = RadialGrid.reaching(radii.max(), step, SCIPY.get("stage"));
        RadialIntensity focus = new Focus(lens(model, media), GREEN).on(grid);
        NdArray expected = SCIPY.get(name);
        for (int plane = 0; plane < grid.stage().size(); plane++) {
            for (int i = 0; i < radii.size(); i++) {
                assertThat(focus.planes()[plane][(int) (radii.get(i) / step)])
                        .as("%s at z %s, r %s", name, grid.stage().get(plane), radii.get(i))
                        .isCloseTo(expected.at(plane, i), within(1e-6 * expected.max()));
            }
        }
    }

    private static NdArray widefield(Lens lens, Shape shape, double defocus, double... voxel) {
        return new Microscope(lens, new Imaging.Widefield(GREEN), Microscope.Origin.BRIGHTEST)
                .kernel(shape, voxel, defocus, 1);
    }

    /** Airy 1835: (2 J1(v) / v)^2 with v = k NA r. */
    @ParameterizedTest
    @ValueSource(strings = {"BORN_WOLF", "GIBSON_LANNI"})
    void inFocusItIsAirysPattern(String model) {
        NdArray kernel = widefield(lens(model, "one"), Shape.of(1, 41, 61), 0, 1, 40, 25);
        for (int row = 0; row < 41; row++) {
            for (int column = 0; column < 61; column++) {
                double v = 2 * Math.PI / 520 * 1.2 * Math.hypot(40 * (row - 20), 25 * (column - 30));
                double airy = v == 0 ? 1 : Math.pow(2 * Bessel.j(1, v) / v, 2);
                assertThat(kernel.at(0, row, column)).isCloseTo(airy, within(2e-6));
            }
        }
    }

    /** Born and Wolf, 8.8.3: on the axis (sin(u/4) / (u/4))^2 with u = k NA^2 z / n. */
    @Test
    void onTheAxisItIsTheSquaredSinc() {
        NdArray kernel = widefield(lens("BORN_WOLF", "one"), Shape.of(101, 1, 1), 0, 40, 1, 1);
        for (int plane = 0; plane < 101; plane++) {
            double quarter = 2 * Math.PI / 520 * 1.44 * 40 * (plane - 50) / 1.515 / 4;
            double sinc = quarter == 0 ? 1 : Math.pow(Math.sin(quarter) / quarter, 2);
            assertThat(kernel.at(plane, 0, 0)).isCloseTo(sinc, within(1e-10));
        }
    }

    @ParameterizedTest
    @EnumSource(Diffraction.class)
    void ofSmallApertureAllModelsAgree(Diffraction model) {
        Shape shape = Shape.of(9, 31, 31);
        NdArray born = widefield(new Lens(Diffraction.BORN_WOLF, 0.1, Media.uniform(1)), shape, 0, 20e3, 600, 600);
        NdArray other = widefield(new Lens(model, 0.1, Media.uniform(1)), shape, 0, 20e3, 600, 600);
        assertThat(Reference.distance(other.times(1 / other.max()), born.times(1 / born.max())))
                .isLessThan(0.01);
    }

    /** The missing cone: defocus takes no light away. */
    @ParameterizedTest
    @EnumSource(Diffraction.class)
    void everyPlaneHasTheSameLight(Diffraction model) {
        Media media = model == Diffraction.BORN_WOLF ? Media.uniform(1.33) : OIL;
        NdArray kernel = new Microscope(
                        new Lens(model, 0.9, media), new Imaging.Widefield(GREEN), Microscope.Origin.PARAXIAL)
                .kernel(Shape.of(9, 255, 255), new double[] {300, 100, 100}, 0, 3);
        double middle = kernel.slice(0, 4, 5).sum();
        for (int plane = 0; plane < 9; plane++) {
            assertThat(kernel.slice(0, plane, plane + 1).sum() / middle).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void theBrightestPlaneIsTheMiddle() {
        Lens lens = lens("GIBSON_LANNI", "oil");
        double shift = new Focus(lens, GREEN).brightest();
        assertThat(shift).isGreaterThan(100);
        NdArray axis = widefield(lens, Shape.of(201, 1, 1), 0, 20, 1, 1);
        assertThat(axis.max()).isEqualTo(axis.at(100, 0, 0));
        NdArray paraxial = new Microscope(lens, new Imaging.Widefield(GREEN), Microscope.Origin.PARAXIAL)
                .kernel(Shape.of(1, 1, 1), new double[] {1, 1, 1}, shift, 1);
        assertThat(paraxial.item()).isCloseTo(axis.max(), within(1e-9));
    }

    @Test
    void pixelsAreMeansOverTheirAreas() {
        Lens lens = lens("GIBSON_LANNI", "one");
        Microscope microscope = new Microscope(lens, new Imaging.Widefield(GREEN), Microscope.Origin.BRIGHTEST);
        NdArray fine = microscope.kernel(Shape.of(1, 105, 105), new double[] {1, 10, 10}, 0, 2);
        NdArray coarse = microscope.kernel(Shape.of(1, 15, 15), new double[] {1, 70, 70}, 0, 4);
        double mean = fine.slice(1, 56, 63).slice(2, 49, 56).sum() / 49;
        assertThat(coarse.at(0, 8, 7)).isCloseTo(mean, within(1e-5));
    }

    @Test
    void twoPhotonsSquareAndALargePinholeIsTheExcitation() {
        Lens lens = lens("RICHARDS_WOLF", "same");
        Shape shape = Shape.of(5, 21, 21);
        double[] voxel = {150, 60, 60};
        NdArray once = widefield(lens, shape, 0, voxel);
        NdArray twice = image(lens, new Imaging.TwoPhoton(GREEN), shape, voxel);
        assertThat(Reference.distance(
                        twice.times(1 / twice.max()), once.times(once).times(1 / once.max() / once.max())))
                .isLessThan(1e-5);
        NdArray open = image(lens, new Imaging.Confocal(GREEN, new Length(600), 40), shape, voxel);
        assertThat(Reference.distance(open.times(1 / open.max()), once.times(1 / once.max())))
                .isLessThan(0.03);
        NdArray point = image(lens, new Imaging.Confocal(GREEN, GREEN, 1e-3), shape, voxel);
        assertThat(Reference.distance(point.times(1 / point.max()), twice.times(1 / twice.max())))
                .isLessThan(1e-5);
    }

    private static NdArray image(Lens lens, Imaging imaging, Shape shape, double... voxel) {
        return new Microscope(lens, imaging, Microscope.Origin.BRIGHTEST).kernel(shape, voxel, 0, 1);
    }

    /** The mean of the emission over the pinhole, against a sum over small squares. */
    @Test
    void thePinholeIsADiscOfItsSize() {
        Lens lens = lens("GIBSON_LANNI", "one");
        RadialGrid grid = RadialGrid.reaching(900, 2, NdArray.vector(0, 300));
        RadialIntensity emission = new Focus(lens, GREEN).on(grid);
        RadialIntensity seen = emission.through(300);
        double sum = 0;
        int count = 0;
        for (int y = -300; y <= 300; y += 2) {
            for (int x = -300; x <= 300; x += 2) {
                if (Math.hypot(x, y) <= 300) {
                    sum += RadialIntensity.interpolate(emission.planes()[1], Math.hypot(x + 200, y) / 2);
                    count++;
                }
            }
        }
        assertThat(seen.planes()[1][100]).isCloseTo(sum / count, within(1e-3 * sum / count));
    }

    @Test
    void aSheetOfLightFadesAlongTheAxis() {
        Lens lens = lens("GIBSON_LANNI", "one");
        Shape shape = Shape.of(5, 9, 9);
        double[] voxel = {500, 100, 100};
        NdArray wide = widefield(lens, shape, 0, voxel);
        NdArray sheet = image(lens, new Imaging.LightSheet(GREEN, new Length(2000)), shape, voxel);
        assertThat(sheet.at(4, 4, 4) / wide.at(4, 4, 4)).isCloseTo(0.5, within(1e-12));
        assertThat(sheet.at(2, 4, 4)).isEqualTo(wide.at(2, 4, 4));
    }

    @Test
    void nyquistsVoxelFollowsFromTheAngles() {
        Lens lens = new Lens(Diffraction.GIBSON_LANNI, 1.4, Media.uniform(1.515));
        double axial = 1.515 - Math.sqrt(1.515 * 1.515 - 1.96);
        Microscope wide = new Microscope(lens, new Imaging.Widefield(GREEN), Microscope.Origin.BRIGHTEST);
        assertThat(wide.nyquist())
                .containsExactly(new double[] {520 / (2 * axial), 520 / 5.6, 520 / 5.6}, within(1e-9));
        Microscope two = new Microscope(lens, new Imaging.TwoPhoton(GREEN), Microscope.Origin.BRIGHTEST);
        assertThat(two.nyquist())
                .containsExactly(new double[] {520 / (4 * axial), 520 / 11.2, 520 / 11.2}, within(1e-9));
    }

    @Test
    void noRayBeyondTheGlass() {
        assertThatThrownBy(() -> new Lens(Diffraction.GIBSON_LANNI, 1.4, Media.uniform(1.33)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lens: numerical aperture 1.4 is not above 0 and below 1.33, the least refractive index"
                        + " between sample and lens; give a smaller na or a larger index");
    }

    @ParameterizedTest
    @CsvSource({
        "520nm, 520, 520 nm",
        "0.52um, 520, 520 nm",
        "1.25 µm, 1250, 1.25 um",
        "0.17mm, 170000, 0.17 mm",
        "1e-6m, 1000, 1 um"
    })
    void lengthsHaveUnits(String written, double nanometres, String text) {
        Length length = Length.parse(written);
        assertThat(length.nanometres()).isCloseTo(nanometres, within(1e-9));
        assertThat(length).hasToString(text);
    }

    @Test
    void lengthsPerAxisShareTheirUnit() {
        assertThat(Length.toNanometres(Length.parseAll("0.2umx65nmx65nm"))).containsExactly(200, 65, 65);
        assertThat(Length.toNanometres(Length.parseAll("200x65x65nm"))).containsExactly(200, 65, 65);
    }

    @ParameterizedTest
    @ValueSource(strings = {"520", "nm", "5 parsec", "", "NaNnm", "1e999nm", "3nm4nm"})
    void aLengthWithoutAUnitIsNone(String written) {
        assertThatThrownBy(() -> Length.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
