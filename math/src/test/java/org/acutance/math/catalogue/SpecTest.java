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
    void whatIsInParenthesesStaysTogether() {
        assertThat(Parentheses.split("sum", "0.7*(a:x=1,y=(b+c))+(d)+e", '+'))
                .containsExactly("0.7*(a:x=1,y=(b+c))", "(d)", "e");
        assertThat(Parentheses.split("sum", "", '+')).containsExactly("");
        assertThat(Parentheses.strip("(a:x=(b))")).isEqualTo("a:x=(b)");
        assertThat(Parentheses.strip("(a)*(b)")).isEqualTo("(a)*(b)");
        assertThat(Parentheses.strip("()")).isEmpty();
    }

    @Test
    void refusesParenthesesThatDoNotMatch() {
        for (String text : new String[] {"(a", "a)", ")a("}) {
            assertThatThrownBy(() -> Parentheses.split("sum", text, '+'))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("sum: the parentheses in '" + text + "' do not match; close each one that is opened");
        }
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> Spec.parse(":sigma=1"))
                .isInstanceOf(SpecException.class)
                .hasMessage("specification ':sigma=1' has no name; write name:key=value,key=value");
    }
}
