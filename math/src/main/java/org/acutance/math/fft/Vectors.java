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

    /** The vector class for the precision of plain lanes where there can be one, else the plain one. */
    @SuppressWarnings("unchecked")
    static <A> Butterflies<A> orElse(Lanes<A> plain) {
        if (!PRESENT) {
            return plain.butterflies();
        }
        String name = plain.butterflies().getClass().getName().replace("Butterflies", "VectorButterflies");
        try {
            Butterflies<A> vectors = Class.forName(name)
                    .asSubclass(Butterflies.class)
                    .getDeclaredConstructor()
                    .newInstance();
            tryOut(vectors, plain);
            return vectors;
        } catch (ReflectiveOperationException | LinkageError unfit) {
            return plain.butterflies();
        }
    }

    /** One pass: a module that is still being changed may lack, in another JVM, what the classes were compiled against. */
    private static <A> void tryOut(Butterflies<A> vectors, Lanes<A> lanes) {
        Rows<A> rows = Rows.allocate(2, vectors.quantum(), lanes);
        vectors.pass(new Stage<>(2, 1, 2, 1, false, lanes.of()), rows.re(), rows.im(), 0, vectors.quantum(), rows);
    }
}
