package org.acutance.math.fft;

/**
 * Butterflies by {@code jdk.incubator.vector}, for which the JVM has to be started with {@code --add-modules
 * jdk.incubator.vector}. Their classes are compiled apart and named only here, so that without that module nothing touches
 * them.
 */
final class Vectors {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Vectors() {}

    /** The vector class for a precision where there can be one, else the plain one. */
    @SuppressWarnings("unchecked")
    static <A> Butterflies<A> orElse(Butterflies<A> plain) {
        if (!PRESENT) {
            return plain;
        }
        String name = plain.getClass().getName().replace("Butterflies", "VectorButterflies");
        try {
            return Class.forName(name)
                    .asSubclass(Butterflies.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            return plain;
        }
    }
}
