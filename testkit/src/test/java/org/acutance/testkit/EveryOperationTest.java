package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Operations;
import org.acutance.math.autodiff.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryOperationTest {
    private static final Set<String> NOT_OPERATIONS =
            Set.of("of", "scalar", "zerosLike", "onesLike", "primal", "primalAt");

    static Stream<Arguments> examples() {
        return Operations.examples().stream().flatMap(example -> Arrays.stream(Precision.values())
                .map(precision -> Arguments.of(example, precision)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }

    @Test
    void isListedWithAnExample() {
        Set<String> listed =
                Operations.examples().stream().map(Example::operation).collect(Collectors.toSet());
        Set<String> operations = Arrays.stream(Tensor.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Tensor.class && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !NOT_OPERATIONS.contains(name))
                .collect(Collectors.toSet());
        assertThat(listed).containsAll(operations);
    }
}
