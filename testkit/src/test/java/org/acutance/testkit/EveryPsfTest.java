package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.catalogue.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPsfTest {
    private static final List<String> ANY_RANK = List.of(
            "gaussian:sigma=1.5",
            "gaussian:sigma=0.4,size=5",
            "gaussian-sampled:sigma=1",
            "box:size=3",
            "box:size=1",
            "delta");
    private static final List<String> PLANE = List.of(
            "gaussian:sigma=1x3,size=13",
            "gaussian-sampled:sigma=1x2,size=9x11",
            "box:size=3x9",
            "disk:radius=3.3",
            "disk:radius=0.4",
            "motion:length=9,angle=30",
            "motion:length=1");

    static Stream<Arguments> cases() {
        return Stream.concat(
                ANY_RANK.stream().flatMap(spec -> Stream.of(1, 2, 3).map(rank -> Arguments.of(spec, rank))),
                PLANE.stream().map(spec -> Arguments.of(spec, 2)));
    }

    @ParameterizedTest(name = "{0} in {1} axes")
    @MethodSource("cases")
    void keepsTheContract(String spec, int rank) {
        new PsfContract(Psfs.catalogue().create(spec), rank).check();
    }

    @Test
    void isTested() {
        assertThat(Stream.concat(ANY_RANK.stream(), PLANE.stream())
                        .map(spec -> Spec.parse(spec).name())
                        .collect(Collectors.toSet()))
                .containsAll(Psfs.catalogue().names());
    }
}
