package org.acutance.math.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecTest {
    @Test
    void splitsAtTheFirstColon() {
        assertThat(Spec.parse("gaussian:sigma=1x3,size=13")).isEqualTo(new Spec("gaussian", "sigma=1x3,size=13"));
        assertThat(Spec.parse("file:C:\\psf.npy")).isEqualTo(new Spec("file", "C:\\psf.npy"));
        assertThat(Spec.parse(" delta ")).isEqualTo(new Spec("delta", ""));
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(Spec.parse("gaussian:sigma=1x3")).hasToString("gaussian:sigma=1x3");
        assertThat(Spec.parse("delta")).hasToString("delta");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> Spec.parse(":sigma=1"))
                .isInstanceOf(SpecException.class)
                .hasMessage("specification ':sigma=1' has no name; write name:key=value,key=value");
    }
}
