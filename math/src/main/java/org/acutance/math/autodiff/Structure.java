package org.acutance.math.autodiff;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a value that is made of tensors comes apart and together again.
 *
 * @param kind the class that such a value belongs to
 * @param parts the structures of its parts; a tensor has none
 * @param open its parts
 * @param close the value that some parts make
 */
@SuppressWarnings("ReferenceEquality") // there is one structure of a tensor
record Structure(
        Class<?> kind, List<Structure> parts, Function<Object, List<?>> open, Function<List<Object>, Object> close) {
    private static final Structure TENSOR = new Structure(Tensor.class, List.of(), List::of, parts -> parts.get(0));

    /**
     * The structure of an example. Of a map, the order of the parts is that of the keys and not that in which it happens to
     * hold them, so that the layout is the same in every run.
     *
     * @param name where the example stands, for the message
     */
    static Structure of(String name, Object example) {
        if (example instanceof Tensor) {
            return TENSOR;
        }
        if (example instanceof List<?> list) {
            return made(List.class, name, list, value -> (List<?>) value, List::copyOf);
        }
        if (example instanceof Map<?, ?> map) {
            List<Object> keys = ordered(name, map.keySet());
            return made(Map.class, name, map, value -> values(keys, (Map<?, ?>) value), values -> map(keys, values));
        }
        if (example instanceof Record row) {
            RecordComponent[] components = row.getClass().getRecordComponents();
            return made(
                    row.getClass(),
                    name,
                    row,
                    value -> values(components, value),
                    values -> row(row.getClass(), values));
        }
        throw new IllegalArgumentException("parameters: " + name + " is a "
                + example.getClass().getSimpleName()
                + ", expected a Tensor, record, List or Map; make a number Tensor.scalar, or keep it outside");
    }

    private static List<Object> ordered(String name, Set<?> keys) {
        try {
            return keys.stream().<Object>map(key -> key).sorted().toList();
        } catch (ClassCastException failure) {
            throw new IllegalArgumentException(
                    "parameters: the keys " + keys + " of " + name
                            + " have no order; use strings, numbers of one kind or constants of one enum",
                    failure);
        }
    }

    private static Structure made(
            Class<?> kind,
            String name,
            Object example,
            Function<Object, List<?>> open,
            Function<List<Object>, Object> close) {
        List<Structure> parts = new ArrayList<>();
        for (Object part : open.apply(example)) {
            parts.add(of("part " + parts.size() + " of " + name, part));
        }
        return new Structure(kind, parts, open, close);
    }

    void collect(Object value, List<Tensor> into) {
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("parameters: got a "
                    + value.getClass().getSimpleName() + ", expected a " + kind.getSimpleName() + " as in the example");
        }
        if (this == TENSOR) {
            into.add((Tensor) value);
            return;
        }
        List<?> opened = open.apply(value);
        if (opened.size() != parts.size()) {
            throw new IllegalArgumentException(
                    "parameters: got " + opened.size() + " parts, expected " + parts.size() + " as in the example");
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).collect(opened.get(i), into);
        }
    }

    Object build(Iterator<Tensor> tensors) {
        if (this == TENSOR) {
            return tensors.next();
        }
        List<Object> built = new ArrayList<>();
        for (Structure part : parts) {
            built.add(part.build(tensors));
        }
        return close.apply(built);
    }

    private static List<?> values(List<Object> keys, Map<?, ?> map) {
        if (!map.keySet().equals(Set.copyOf(keys))) {
            throw new IllegalArgumentException(
                    "parameters: got keys " + map.keySet() + ", expected " + keys + " as in the example");
        }
        return keys.stream().<Object>map(map::get).toList();
    }

    private static Map<Object, Object> map(List<Object> keys, List<Object> values) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(map);
    }

    private static List<?> values(RecordComponent[] components, Object row) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException("parameters: cannot read " + component.getName(), failure);
            }
        }
        return values;
    }

    private static Object row(Class<?> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("parameters: cannot make a " + type.getSimpleName(), failure);
        }
    }
}
