package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryPsfTest {
    private static final List<String> ANY_RANK = List.of(
            "gaussian:sigma=1.5",
            "gaussian:sigma=0.4,size=5",
            "gaussian-sampled:sigma=1",
            "box:size=3",
            "box:size=1",
            "sinc:zero=1.7",
            "sum:0.7*(gaussian:sigma=1)+0.3*(box:size=5)",
            "convolved:(gaussian:sigma=0.8)*(box:size=3)*(gaussian-sampled:sigma=1,size=5)",
            "product:(gaussian:sigma=1)*(box:size=5)",
            "cut:energy=0.95,psf=(gaussian:sigma=1.5)",
            "resampled:from=65nm,to=100nm,psf=(gaussian:sigma=2)",
            "resampled:from=100nm,to=65nm,psf=(gaussian:sigma=1)",
            "delta");
    private static final List<String> PLANE = List.of(
            "gaussian:sigma=1x3,size=13",
            "gaussian-sampled:sigma=1x2,size=9x11",
            "box:size=3x9",
            "disk:radius=3.3",
            "disk:radius=0.4",
            "motion:length=9,angle=30",
            "motion:length=1",
            "gaussian:sigma=1x3,angle=30",
            "gaussian-sampled:sigma=2x1,angle=-60,size=9",
            "motion-path:points=0x0/3x4/-1x6.5",
            "motion-path:points=0.3x0.4",
            "moffat:fwhm=2.5",
            "moffat:alpha=1.5,beta=4,size=12x15",
            "airy:radius=1.5,size=31",
            "airy:wavelength=520nm,na=1.4,pixel=65nm,size=33",
            "pinhole:diameter=0.3mm,distance=50mm,wavelength=550nm,pixel=50um",
            "sum:(moffat:fwhm=3,size=21)+0.5*(sum:2*(delta)+(disk:radius=3.3))",
            "born-wolf:na=1.2,wavelength=520nm,voxel=80nm,size=31",
            "gibson-lanni:na=1.4,wavelength=520nm,voxel=65nmx80nm,depth=5um,sample=1.33,defocus=300nm,size=31x33",
            "richards-wolf:na=1.4,wavelength=0.52um,voxel=65nm,size=31",
            "widefield:na=0.5,wavelength=520nm,voxel=200nm",
            "confocal:na=1.4,wavelength=520nm,excitation=488nm,voxel=40nm",
            "two-photon:na=0.8,excitation=900nm,voxel=150nm",
            "light-sheet:na=0.8,wavelength=520nm,sheet=3um,voxel=160nm,model=born-wolf");
    private static final List<String> VOLUME = List.of(
            "ball:radius=2.5",
            "ball:radius=0.3",
            "motion:length=7,angle=40,elevation=25",
            "motion-path:points=0x0x0/1x2x3/4x-1x0",
            "born-wolf:na=0.5,wavelength=520nm,voxel=1umx250nmx250nm,size=7x21x21",
            "confocal:na=1.2,wavelength=520nm,excitation=488nm,pinhole=0.8,voxel=150nmx60nmx60nm",
            "two-photon:na=0.8,excitation=900nm,voxel=600nmx200nmx200nm,model=richards-wolf");

    static Stream<Arguments> cases() {
        return Stream.concat(
                ANY_RANK.stream().flatMap(spec -> Stream.of(1, 2, 3).map(rank -> Arguments.of(spec, rank))),
                Stream.concat(
                        PLANE.stream().map(spec -> Arguments.of(spec, 2)),
                        VOLUME.stream().map(spec -> Arguments.of(spec, 3))));
    }

    @ParameterizedTest(name = "{0} in {1} axes")
    @MethodSource("cases")
    void keepsTheContract(String spec, int rank) {
        new PsfContract(Psfs.catalogue().create(spec), rank).check();
    }

    /** With aberrations a kernel is not symmetric along the axis, which is no defect. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gibson-lanni", "widefield", "light-sheet", "richards-wolf"})
    void aberrationsMoveLightAlongTheAxisOnly(String name) {
        String sheet = name.equals("light-sheet") ? ",sheet=2um" : "";
        NdArray kernel = Psfs.catalogue()
                .create(name + ":na=1.2,wavelength=520nm,voxel=200nmx80nmx80nm,sample=1.36,depth=10um,size=11x41x41"
                        + sheet)
                .forRank(3)
                .kernel();
        assertThat(kernel.sum()).isCloseTo(1, within(1e-12));
        assertThat(kernel.min()).isNotNegative();
        assertThat(kernel.minus(kernel.flip(1)).maxAbs()).isZero();
        assertThat(kernel.minus(kernel.flip(2)).maxAbs()).isZero();
        assertThat(kernel.minus(kernel.permute(0, 2, 1)).maxAbs()).isLessThan(1e-15);
        assertThat(kernel.minus(kernel.flip(0)).maxAbs()).isGreaterThan(1e-5);
    }

    @Test
    void isTested() {
        assertThat(Stream.of(ANY_RANK, PLANE, VOLUME)
                        .flatMap(List::stream)
                        .map(spec -> Spec.parse(spec).name())
                        .collect(Collectors.toSet()))
                .containsAll(Psfs.catalogue().names());
    }
}
