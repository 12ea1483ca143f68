package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.math.autodiff.Custom;
import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.GradientCheck;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linear;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Parameters;
import org.acutance.math.autodiff.catalogue.Operations;
import org.acutance.math.autodiff.fourier.Complex;
import org.acutance.math.linear.WaveletBasis;
import org.acutance.math.optimize.Implicit;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says is there is there, and what is there is on the page. */
class OperationsPageTest {
    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z]\\w*)\\.([a-z]\\w*)\\(");
    private static final Map<String, Class<?>> CLASSES = Stream.concat(
                    Operations.byClass().keySet().stream(),
                    Stream.of(
                            Gradients.class,
                            Linearized.class,
                            Parameters.class,
                            Custom.class,
                            Elementwise.class,
                            Linear.class,
                            GradientCheck.class,
                            Complex.class,
                            WaveletBasis.class,
                            Implicit.class))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** The methods named in the right column, as in {@code Tensor.exp}; lower-case owners are tensors. */
    private static Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (String line : page()) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            if (cells.length == 4) {
                CALL.matcher(cells[2])
                        .results()
                        .filter(call -> !call.group().startsWith("x.value"))
                        .forEach(call -> named.add(owner(call.group(1)) + "." + call.group(2)));
            }
        }
        return named;
    }

    private static String owner(String word) {
        return Character.isUpperCase(word.charAt(0)) ? word : "Tensor";
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "operations.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everyNameOnThePageExists() {
        assertThat(named()).hasSizeGreaterThan(150).allSatisfy(name -> {
            int dot = name.indexOf('.');
            Class<?> owner = Objects.requireNonNull(CLASSES.get(name.substring(0, dot)), name);
            assertThat(Arrays.stream(owner.getMethods()).map(Method::getName)).contains(name.substring(dot + 1));
        });
    }

    @Test
    void everyOperationIsOnThePage() {
        Set<String> operations = Operations.byClass().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(example -> entry.getKey().getSimpleName() + "." + example.operation()))
                .collect(Collectors.toSet());
        assertThat(named()).containsAll(operations);
    }
}
