package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.acutance.deblur.stroke.Point;
import org.junit.jupiter.api.Test;

final class CanvasTest {
    private static final int WHITE = 0xFFFFFF;

    @Test
    void aLineOnAnEdgeBetweenPixelsCoversBothFully() {
        Canvas canvas = new Canvas(20, 10, WHITE);
        canvas.line(new Pen(2, 0), 0, 5, 20, 5);
        assertThat(column(canvas.picture(), 10))
                .containsExactly(WHITE, WHITE, WHITE, WHITE, 0, 0, WHITE, WHITE, WHITE, WHITE);
    }

    @Test
    void aDotHasTheAreaOfItsDisc() {
        Canvas canvas = new Canvas(40, 40, WHITE);
        canvas.line(new Pen(20, 0), List.of(new Point(20.3, 19.6)));
        Picture picture = canvas.picture();
        double area = 0;
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                area += (255 - (picture.rgb(row, column) & 0xFF)) / 255.0;
            }
        }
        assertThat(area).isCloseTo(Math.PI * 100, within(3.0));
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        Canvas canvas = new Canvas(5, 5, WHITE);
        canvas.line(new Pen(3, 0), -1e9, -1e9, 1e9, 1e9);
        canvas.line(new Pen(3, 0), 100, 100, 200, 100);
        canvas.fill(-5, -5, 3, 3, 0);
        canvas.text(TextStyle.TITLE, -30, 400, "outside");
        assertThat(canvas.picture().rgb(2, 2)).isZero();
        assertThat(canvas.picture().rgb(0, 4)).isEqualTo(WHITE);
    }

    @Test
    void refusesPicturesWithoutPixelsOrWithTooMany() {
        assertThatThrownBy(() -> new Canvas(0, 5, 0))
                .hasMessage("picture: 0×5 pixels; a picture has between 1 and 268435456, so show fewer or smaller"
                        + " panels");
        assertThatThrownBy(() -> new Canvas(100_000, 100_000, 0)).hasMessageContaining("100000×100000 pixels");
    }

    @Test
    void pngHoldsExactlyThePixels() throws IOException {
        Picture picture = specimen();
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(decoded.getWidth()).isEqualTo(picture.width());
        assertThat(decoded.getHeight()).isEqualTo(picture.height());
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                assertThat(decoded.getRGB(column, row) & 0xFFFFFF).isEqualTo(picture.rgb(row, column));
            }
        }
    }

    @Test
    void twoDrawingsGiveTheSameBytes() {
        assertThat(specimen().png()).isEqualTo(specimen().png());
    }

    /** Pinned so that another Java or another machine that draws otherwise is noticed; follows changes of the font. */
    @Test
    void textHasTheSamePixelsEverywhere() {
        CRC32 crc = new CRC32();
        Picture picture = specimen();
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                int rgb = picture.rgb(row, column);
                crc.update(rgb >> 16);
                crc.update(rgb >> 8);
                crc.update(rgb);
            }
        }
        assertThat(Long.toHexString(crc.getValue())).isEqualTo("a96725d");
    }

    @Test
    void refusesAPixelOutside() {
        assertThatThrownBy(() -> specimen().rgb(40, 3)).hasMessage("picture: no pixel (40, 3) in 40×300 pixels");
    }

    private static Picture specimen() {
        Canvas canvas = new Canvas(300, 40, Palette.PAPER);
        canvas.text(TextStyle.CAPTION, 10.3, 26, "Deblurred: σ = 1×3, 10⁻³ & PSNR 22.18 dB");
        return canvas.picture();
    }

    private static List<Integer> column(Picture picture, int column) {
        return IntStream.range(0, picture.height())
                .mapToObj(row -> picture.rgb(row, column))
                .toList();
    }
}
