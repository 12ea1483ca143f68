package org.acutance.math.array;

import java.lang.reflect.Constructor;
import java.util.function.Consumer;

/**
 * Classes that use {@code jdk.incubator.vector}, for which the JVM has to be started with {@code --add-modules
 * jdk.incubator.vector}. They are compiled apart and named only here, so that without that module nothing touches them.
 */
public final class VectorClasses {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorClasses() {}

    /**
     * The vector class that does what a plain one does, {@code DoubleVectorRuns} of {@code DoubleRuns}, where there can be one,
     * else the plain one.
     *
     * @param tryOut uses it once: a module that is still being changed may lack, in another JVM, what the class was compiled
     *     against
     */
    public static <T> T orElse(T plain, Consumer<T> tryOut) {
        if (!PRESENT) {
            return plain;
        }
        String name = plain.getClass().getName().replaceFirst("([A-Z][a-z]+)$", "Vector$1");
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            T vectors = (T) constructor.newInstance();
            tryOut.accept(vectors);
            return vectors;
        } catch (ReflectiveOperationException | LinkageError unfit) {
            return plain;
        }
    }
}
