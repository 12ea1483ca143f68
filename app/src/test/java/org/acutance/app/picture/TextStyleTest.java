package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextStyleTest {
    @Test
    void shorteningKeepsTheBeginning() {
        TextStyle style = TextStyle.BODY;
        assertThat(style.shortened("deblurred", 1000)).isEqualTo("deblurred");
        String shorter = style.shortened("deblurred image", 80);
        assertThat(shorter).startsWith("deb").endsWith("…");
        assertThat(style.width(shorter)).isLessThanOrEqualTo(80);
        assertThat(style.shortened("deblurred", 1)).isEqualTo("…");
        assertThat(style.shortened("", 1)).isEmpty();
    }
}
