package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.catalogue.Operations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryOperationTest {
    private static final Set<String> NOT_OPERATIONS =
            Set.of("of", "scalar", "zerosLike", "onesLike", "primal", "primalAt", "examples");

    static Stream<Arguments> examples() {
        return Operations.examples().stream().flatMap(example -> Arrays.stream(Precision.values())
                .map(precision -> Arguments.of(example, precision)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }

    static Stream<Example> operations() {
        return Operations.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void contributesNothingAsABranchThatWasNotTaken(Example example) {
        new BranchContract(example).check();
    }

    static Set<Class<?>> classes() {
        return Operations.byClass().keySet();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void isListedWithAnExample(Class<?> owner) {
        Set<String> listed = Operations.byClass().getOrDefault(owner, List.of()).stream()
                .map(Example::operation)
                .collect(Collectors.toSet());
        Set<String> operations = Arrays.stream(owner.getMethods())
                .filter(method -> !method.isSynthetic() && isOperation(owner, method))
                .map(Method::getName)
                .filter(name -> !NOT_OPERATIONS.contains(name))
                .collect(Collectors.toSet());
        assertThat(listed).containsAll(operations);
    }

    /** Methods of a tensor that give one; of the other classes all that do not come from Object. */
    private static boolean isOperation(Class<?> owner, Method method) {
        return owner == Tensor.class
                ? method.getReturnType() == Tensor.class
                : Modifier.isStatic(method.getModifiers());
    }
}
