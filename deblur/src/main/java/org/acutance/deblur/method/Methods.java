package org.acutance.deblur.method;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Optimizers;

/** The methods of deblurring by name. */
public final class Methods {
    /** Every optimiser of {@link Optimizers#CATALOGUE}, the formulas and the classic iterations. */
    public static final Catalogue<Method> CATALOGUE = new Catalogue<>(
            "method",
            Stream.of(differentiating(), Formulas.ENTRIES, Iterations.ENTRIES)
                    .flatMap(List::stream)
                    .toList());

    private Methods() {}

    private static List<Entry<Method>> differentiating() {
        return Optimizers.CATALOGUE.entries().stream()
                .map(Methods::differentiating)
                .toList();
    }

    private static Entry<Method> differentiating(Entry<Optimizer<?>> entry) {
        return new Entry<>(
                entry.name(),
                entry.help(),
                entry.parameters(),
                arguments -> new Differentiating(entry.factory().apply(arguments)));
    }
}
