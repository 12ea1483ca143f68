package org.acutance.math.autodiff.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.TensorExamples;
import org.acutance.math.autodiff.algebra.Decompositions;
import org.acutance.math.autodiff.algebra.LinearAlgebra;
import org.acutance.math.autodiff.fourier.Fourier;
import org.acutance.math.autodiff.integrate.Integration;
import org.acutance.math.autodiff.sampling.Interpolation;
import org.acutance.math.autodiff.sampling.Smoothing;
import org.acutance.math.autodiff.special.BesselFunctions;
import org.acutance.math.autodiff.special.Densities;
import org.acutance.math.autodiff.special.Special;

/** All operations on tensors, by the class that has them, each with the examples that the contract runs over. */
public final class Operations {
    private Operations() {}

    /** The examples of every class with operations, in the order of its methods' subjects. */
    public static Map<Class<?>, List<Example>> byClass() {
        Map<Class<?>, List<Example>> examples = new LinkedHashMap<>();
        examples.put(Tensor.class, TensorExamples.examples());
        examples.put(Special.class, Special.examples());
        examples.put(BesselFunctions.class, BesselFunctions.examples());
        examples.put(LinearAlgebra.class, LinearAlgebra.examples());
        examples.put(Decompositions.class, Decompositions.examples());
        examples.put(Fourier.class, Fourier.examples());
        examples.put(Interpolation.class, Interpolation.examples());
        examples.put(Smoothing.class, Smoothing.examples());
        examples.put(Integration.class, Integration.examples());
        examples.put(Densities.class, Densities.examples());
        return examples;
    }

    /** The examples of every operation. */
    public static List<Example> examples() {
        return byClass().values().stream().flatMap(Collection::stream).toList();
    }
}
