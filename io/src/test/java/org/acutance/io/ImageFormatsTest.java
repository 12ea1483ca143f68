package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageFormatsTest {
    @Test
    void everyEndingNamesOneFormat() {
        List<String> endings = ImageFormats.all().stream()
                .flatMap(format -> format.extensions().stream())
                .toList();
        assertThat(endings).doesNotHaveDuplicates().contains("png", "jpg", "jpeg", "tif", "tiff", "npy");
        assertThat(ImageFormats.named(Path.of("a.b/IMAGE.TIFF")))
                .map(ImageFormat::name)
                .contains("tiff");
        assertThat(ImageFormats.named(Path.of("npy"))).isEmpty();
    }
}
