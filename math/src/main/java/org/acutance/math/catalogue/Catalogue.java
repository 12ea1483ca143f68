package org.acutance.math.catalogue;

import java.util.List;

/**
 * Everything of one kind, by name.
 *
 * @param kind what the entries are, for messages: {@code point spread function}
 * @param entries the entries in the order in which they are shown
 * @param <T> what an entry makes
 */
public record Catalogue<T>(String kind, List<Entry<T>> entries) {
    /** A catalogue; the entries are copied. */
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** The names in order. */
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /**
     * The entry of a name.
     *
     * @throws SpecException naming the nearest entry if there is none
     */
    public Entry<T> find(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException("unknown " + kind + " '" + name + "'"
                        + Nearest.among(name, names(), "known: " + String.join(", ", names()))));
    }

    /**
     * Makes what a specification describes.
     *
     * @throws SpecException if the name or a parameter is unknown, missing, repeated or out of range
     */
    public T create(String written) {
        return create(Spec.parse(written));
    }

    /** As {@link #create(String)}. */
    public T create(Spec spec) {
        Entry<T> entry = find(spec.name());
        return entry.factory().apply(Arguments.parse(kind + " '" + spec.name() + "'", spec.text(), entry.parameters()));
    }
}
