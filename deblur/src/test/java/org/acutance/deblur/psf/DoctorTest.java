package org.acutance.deblur.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.acutance.deblur.image.Reference;
import org.acutance.deblur.optics.OpticsTest;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report on a point spread function finds, and microscopes from their written form. */
class DoctorTest {
    private static final Reference OPTICS = Reference.load(OpticsTest.class, "optics.txt");
    private static final String OIL =
            "na=1.4,wavelength=520nm,sample=1.33,depth=4um,coverslip=1.52,coverslip-design=1.5255,"
                    + "thickness=171um,thickness-design=0.17mm,immersion=1.518,immersion-design=1.515,working-distance=150um";

    private static Psf psf(String written, int rank) {
        return Psfs.catalogue().create(written).forRank(rank);
    }

    private static PsfReport measured(String written, int rank) {
        return Psf.of(psf(written, rank).kernel(), Provenance.MEASURED).report();
    }

    /** Every parameter reaches the integral: intensities 130 nm from the axis over those on it, against SciPy's. */
    @ParameterizedTest
    @CsvSource({"0, -1200", "1, -250", "2, 0", "3, 400", "4, 1500"})
    void theWrittenFormIsTheIntegral(int plane, double stage) {
        NdArray kernel = psf(
                        "gibson-lanni:" + OIL + ",voxel=130nm,size=3,oversampling=1,origin=paraxial,defocus=" + stage
                                + "nm",
                        2)
                .kernel();
        NdArray expected = OPTICS.get("gibson-lanni/oil");
        assertThat(kernel.at(1, 2) / kernel.at(1, 1))
                .isCloseTo(expected.at(plane, 2) / expected.at(plane, 0), within(1e-4));
    }

    @Test
    void aMicroscopeKnowsItsUnits() {
        Psf psf = psf("gibson-lanni:na=1.4,wavelength=520nm,voxel=100nmx20nmx20nm,immersion=1.515,size=11x65x65", 3);
        PsfReport report = psf.report();
        // Full width at half maximum of Airy's pattern: 0.51 wavelengths over numerical apertures.
        assertThat(report.fwhmNanometres().orElseThrow().get(2)).isCloseTo(0.51 * 520 / 1.4, within(3.0));
        assertThat(report.sampling().orElseThrow().nyquist().get(2)).isCloseTo(520 / 5.6, within(1e-9));
        assertThat(report.findings()).noneMatch(finding -> finding.text().contains("Nyquist"));
    }

    @Test
    void coarsePixelsAreFound() {
        PsfReport report = psf("widefield:na=1.4,wavelength=520nm,voxel=300nmx130nmx65nm,immersion=1.515,size=9x9x9", 3)
                .report();
        assertThat(report.findings())
                .extracting(Finding::toString)
                .contains(
                        "warning: pixels of 300 nm along axis 0 are larger than Nyquist's limit of 277.8 nm;"
                                + " detail that fine is recorded falsely; record with smaller pixels or planes",
                        "warning: pixels of 130 nm along axis 1 are larger than Nyquist's limit of 92.86 nm;"
                                + " detail that fine is recorded falsely; record with smaller pixels or planes")
                .noneMatch(text -> text.contains("axis 2"));
    }

    /** Full width at half maximum of Airy's pattern, widened by the pixels: 0.51 wavelengths over numerical apertures. */
    @Test
    void anAiryPatternKnowsItsUnits() {
        PsfReport report = psf("airy:wavelength=520nm,na=0.7,pixel=65nm", 2).report();
        assertThat(report.sampling().orElseThrow().nyquist().get(0)).isCloseTo(520 / 2.8, within(1e-9));
        assertThat(report.fwhmNanometres().orElseThrow().get(0)).isCloseTo(0.51 * 520 / 0.7, within(12.0));
        assertThat(report.findings()).noneMatch(finding -> finding.text().contains("Nyquist"));
        Psf coarse = psf("resampled:to=100nmx100nm,psf=(airy:wavelength=520nm,na=0.7,pixel=65nm)", 2);
        assertThat(coarse.report().sampling().orElseThrow().voxel()).containsExactly(100.0, 100.0);
    }

    @Test
    void aWrongUnitIsFound() {
        assertThat(psf("airy:wavelength=520nm,na=1.4,pixel=65um", 2).report().findings())
                .extracting(Finding::toString)
                .contains(
                        "warning: pixels of 6.500e+04 nm along axis 0 are larger than Nyquist's limit of 92.86 nm; the"
                                + " kernel is little more than a pixel; check the units, nm or um");
    }

    @ParameterizedTest
    @CsvSource({"3.3", "2.5", "4.7", "6"})
    void theWidthOfADiscIsItsDiameterAlongBothAxes(double radius) {
        PsfReport report = psf("disk:radius=" + radius, 2).report();
        assertThat(report.fwhm().get(0)).isCloseTo(report.fwhm().get(1), within(1e-9));
        assertThat(report.fwhm().get(0)).isCloseTo(2 * radius, within(0.5));
    }

    @Test
    void chosenSizesOfMicroscopesLoseLittle() {
        for (String way : new String[] {
            "widefield:wavelength=520nm",
            "confocal:wavelength=520nm,excitation=488nm",
            "two-photon:excitation=900nm",
            "light-sheet:wavelength=520nm,sheet=2um"
        }) {
            PsfReport report =
                    psf(way + ",na=0.8,voxel=150nm,immersion=1.333", 2).report();
            assertThat(report.beyond().orElseThrow()).as(way).isLessThan(0.03);
        }
    }

    @Test
    void aWidefieldVolumeHasNoEndAlongTheAxis() {
        PsfReport report = psf("widefield:na=0.8,wavelength=520nm,voxel=500nmx150nmx150nm,immersion=1.333", 3)
                .report();
        assertThat(report.beyond().orElseThrow()).isLessThan(0.03);
        assertThat(report.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .matches("note: in widefield the light goes on beyond the \\d+ planes of the kernel, as strong in each;"
                        + " give a size of as many planes as the image has, if it is bright far from the focus");
    }

    @Test
    void anAssumedImmersionIsSaid() {
        assertThat(psf("born-wolf:na=0.5,wavelength=520nm,voxel=100nm,size=5", 2)
                        .report()
                        .findings())
                .extracting(Finding::toString)
                .contains("note: an immersion of refractive index 1.0 was assumed; give immersion=N if it is another");
    }

    /** What is beyond, against what a larger kernel has there. */
    @ParameterizedTest
    @CsvSource({"moffat:fwhm=4, 25", "airy:radius=3, 31", "moffat:alpha=2, 21", "gaussian-sampled:sigma=4, 19"})
    void lightBeyondIsEstimated(String written, int extent) {
        NdArray large = psf(written + ",size=801", 2).kernel();
        NdArray part = Combination.fitted(Psf.of(large), new int[] {extent, extent});
        double beyond = Psf.of(part, Provenance.MEASURED).report().beyond().orElseThrow();
        double truth = 1 - part.sum();
        assertThat(beyond).isBetween(truth / 3, truth * 3);
    }

    @Test
    void aBoxIsTakenToEnd() {
        assertThat(measured("box:size=9", 2).beyond()).isEmpty();
        assertThat(measured("disk:radius=4.7", 2).findings()).isEmpty();
    }

    @Test
    void tooSmallACutOutIsFound() {
        PsfReport report = measured("gaussian-sampled:sigma=4,size=13", 2);
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anyMatch(text -> text.startsWith("warning: about ")
                        && text.endsWith(
                                "take a larger cut-out and subtract the background, or haze stays in the result"));
    }

    @Test
    void aMeasuredKernelFinerThanThePixelsIsFound() {
        PsfReport report = measured("gaussian-sampled:sigma=0.5x2", 2);
        assertThat(report.response().get(0)).isCloseTo(0.57, within(0.02));
        assertThat(report.response().get(1)).isLessThan(1e-3);
        assertThat(report.findings())
                .extracting(Finding::text)
                .containsExactly("along axis 0 the transfer function still is 57.42 % at half a cycle per pixel");
        assertThat(psf("delta", 2).report().findings()).isEmpty();
    }

    /** Half a second of a processor's time; the limit allows for a machine that is busy with other things. */
    @Test
    @Timeout(120)
    void aVolumeOfAMillionVoxelsIsMadeInAMoment() {
        Psf psf = psf("gibson-lanni:" + OIL + ",voxel=200nmx65nmx65nm,size=64x128x128", 3);
        assertThat(psf.kernel().shape()).isEqualTo(Shape.of(65, 129, 129));
    }
}
