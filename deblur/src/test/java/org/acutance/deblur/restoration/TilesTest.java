package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static final Shape WHOLE = Shape.of(7, 10, 23);

    @Test
    void everySampleIsInOnePart() {
        Tiles tiles = Tiles.of(WHOLE, Shape.of(4, 40, 6));
        NdArray counted =
                NdArray.of(IntStream.range(0, WHOLE.size()).asDoubleStream().toArray(), WHOLE);
        NdArray.Builder copy = NdArray.builder(WHOLE, Precision.FLOAT64);
        tiles.boxes().forEach(box -> box.write(box.of(counted), copy, WHOLE));
        assertThat(copy.build()).isEqualTo(counted);
        assertThat(tiles.boxes().stream().mapToInt(box -> box.extents().size()).sum())
                .isEqualTo(WHOLE.size());
    }

    @Test
    void partsAreEven() {
        assertThat(Tiles.of(WHOLE, Shape.of(6, 10, 8)).core()).isEqualTo(Shape.of(4, 10, 8));
    }

    @Test
    void marginsEndAtTheBorder() {
        Box box = new Box(Shape.of(4, 0, 8), Shape.of(3, 10, 8)).grown(Shape.of(2, 2, 2), WHOLE);
        assertThat(box).isEqualTo(new Box(Shape.of(2, 0, 6), Shape.of(5, 10, 12)));
    }

    @Test
    void thereAreAsFewPartsAsTheRoomAllows() {
        Shape margin = Shape.of(0, 0, 1);
        assertThat(Tiles.within(WHOLE.size(), WHOLE, margin)).contains(new Tiles(WHOLE, WHOLE));
        assertThat(Tiles.within(7 * 10 * 16, WHOLE, margin)).contains(new Tiles(WHOLE, Shape.of(7, 10, 12)));
        assertThat(Tiles.within(4, WHOLE, margin)).isEmpty();
    }

    /** A box of 9 samples along the second axis has its light within 4 of the middle, one of 41 within 20. */
    @Test
    void marginsFollowTheReachOfTheLight() {
        assertThat(Tiles.margin(NdArray.full(Shape.of(1, 9, 41), Precision.FLOAT64, 1)))
                .isEqualTo(Shape.of(8, 8, 40));
    }

    @Test
    void theSampleIsWhereMostHappens() {
        double[] values = new double[WHOLE.size()];
        Arrays.fill(values, 5);
        values[WHOLE.size() - 1] = 6;
        List<Box> boxes = Tiles.of(WHOLE, Shape.of(4, 5, 12)).boxes();
        assertThat(Tiles.of(WHOLE, Shape.of(4, 5, 12)).mostStructure(NdArray.of(values, WHOLE)))
                .isEqualTo(boxes.get(boxes.size() - 1));
    }
}
