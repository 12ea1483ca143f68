package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acutance.math.array.Shape;

/** Einstein's summation, as matrix products of one operand after the other. */
final class Einsum {
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z]*(\\.{3}[A-Za-z]*)?(,[A-Za-z]*(\\.{3}[A-Za-z]*)?)*(->[A-Za-z]*(\\.{3}[A-Za-z]*)?)?");

    private static final String DOTS = "...";
    /** The first of the signs that stand for dotted axes, beyond all letters. */
    private static final char FIRST_SIGN = '\u0400';

    /** A tensor with a letter per axis. */
    private record Labelled(Tensor tensor, String labels) {
        int extent(char label) {
            return tensor.shape().extent(labels.indexOf(label));
        }

        boolean has(int label) {
            return labels.indexOf(label) >= 0;
        }

        Labelled permuted(String order) {
            return new Labelled(
                    tensor.permute(order.chars().map(labels::indexOf).toArray()), order);
        }

        /** Only the labels that others need; the rest is summed. */
        Labelled reduced(String needed) {
            int[] gone = IntStream.range(0, labels.length())
                    .filter(axis -> needed.indexOf(labels.charAt(axis)) < 0)
                    .toArray();
            return gone.length == 0 ? this : new Labelled(tensor.sum(gone), common(labels, needed));
        }

        /** The diagonal of axes with one label, which become one. */
        Labelled withoutRepeats() {
            for (int i = 0; i < labels.length(); i++) {
                int again = labels.indexOf(labels.charAt(i), i + 1);
                if (again > 0) {
                    return diagonal(i, again).withoutRepeats();
                }
            }
            return this;
        }

        private Labelled diagonal(int first, int second) {
            Tensor rows = Arrangement.rowsAlong("einsum", tensor, first, second);
            int extent = tensor.shape().extent(first);
            Tensor chosen = rows.slice(-1, 0, extent * extent, extent + 1);
            String rest = new StringBuilder(labels)
                    .deleteCharAt(second)
                    .deleteCharAt(first)
                    .toString();
            return new Labelled(chosen, rest + labels.charAt(first));
        }
    }

    private Einsum() {}

    static Tensor of(String subscripts, List<Tensor> operands) {
        String text = subscripts.replace(" ", "");
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "einsum: cannot read '" + subscripts
                            + "'; write letters per axis, ... for leading ones, commas between operands and -> before the result");
        }
        return text.contains(DOTS) ? ofDotted(subscripts, text, operands) : sum(subscripts, text, operands);
    }

    /** Signs in place of the axes that dots stand for, the last of them having the same one in all operands. */
    private static Tensor ofDotted(String subscripts, String text, List<Tensor> operands) {
        String[] sides = text.split("->", -1);
        String[] labels = sides[0].split(",", -1);
        requireOneEach(subscripts, labels, operands);
        if (sides.length == 2 && !sides[1].contains(DOTS)) {
            throw new IllegalArgumentException(
                    "einsum: '" + subscripts + "' has dots before the arrow only; write them into the result too");
        }
        Shape shared = Shape.SCALAR;
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            shapes.add(dotted(subscripts, labels[i], i, operands.get(i).shape()));
            shared = Shape.broadcast("einsum", shared, shapes.get(i));
        }
        List<Tensor> whole = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            whole.add(broadcast(operands.get(i), labels[i], shapes.get(i), shared));
            labels[i] = labels[i].replace(DOTS, signs(shapes.get(i).rank()));
        }
        String result = sides.length == 2
                ? sides[1].replace(DOTS, signs(shared.rank()))
                : signs(shared.rank()) + implied(sides[0]);
        return sum(subscripts, String.join(",", labels) + "->" + result, whole);
    }

    /** What the dots of an operand stand for; of rank 0 without dots. */
    private static Shape dotted(String subscripts, String labels, int operand, Shape shape) {
        int from = labels.indexOf(DOTS);
        int letters = labels.length() - (from < 0 ? 0 : DOTS.length());
        if (from >= 0 && letters > shape.rank()) {
            throw new IllegalArgumentException("einsum: '" + subscripts + "' gives operand " + operand + " " + letters
                    + " axes beside dots, but it is " + shape);
        }
        return from < 0
                ? Shape.SCALAR
                : Shape.of(Arrays.copyOfRange(shape.extents(), from, from + shape.rank() - letters));
    }

    /** The operand with those of its dotted axes that have extent 1 as long as in the others. */
    private static Tensor broadcast(Tensor operand, String labels, Shape dotted, Shape shared) {
        int[] extents = operand.shape().extents();
        int from = labels.indexOf(DOTS);
        for (int axis = 0; axis < dotted.rank(); axis++) {
            extents[from + axis] = shared.extent(axis + shared.rank() - dotted.rank());
        }
        return operand.broadcastTo(Shape.of(extents));
    }

    /** One sign for each axis, the last axis always having the same. */
    private static String signs(int axes) {
        return IntStream.range(0, axes)
                .mapToObj(i -> Character.toString((char) (FIRST_SIGN + axes - 1 - i)))
                .collect(Collectors.joining());
    }

    private static Tensor sum(String subscripts, String text, List<Tensor> operands) {
        String[] sides = text.split("->", -1);
        List<Labelled> terms = labelled(subscripts, sides[0].split(",", -1), operands);
        String result = sides.length == 2 ? sides[1] : implied(sides[0]);
        requireLabels(subscripts, result, terms);
        Labelled product = terms.get(0);
        for (int i = 1; i < terms.size(); i++) {
            String needed = terms.subList(i + 1, terms.size()).stream()
                    .map(Labelled::labels)
                    .collect(Collectors.joining("", result, ""));
            product = product(product, terms.get(i), needed);
        }
        return product.reduced(result).permuted(result).tensor();
    }

    private static List<Labelled> labelled(String subscripts, String[] labels, List<Tensor> operands) {
        requireOneEach(subscripts, labels, operands);
        List<Labelled> terms = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            Shape shape = operands.get(i).shape();
            requireExtents(subscripts, labels[i], shape, i, terms);
            terms.add(new Labelled(operands.get(i), labels[i]));
        }
        return terms.stream().map(Labelled::withoutRepeats).toList();
    }

    private static void requireOneEach(String subscripts, String[] labels, List<Tensor> operands) {
        if (labels.length != operands.size()) {
            throw new IllegalArgumentException(
                    "einsum: '" + subscripts + "' is for " + labels.length + " operands, got " + operands.size());
        }
    }

    private static void requireExtents(
            String subscripts, String labels, Shape shape, int operand, List<Labelled> before) {
        if (labels.length() != shape.rank()) {
            throw new IllegalArgumentException("einsum: '" + subscripts + "' gives operand " + operand + " "
                    + labels.length() + " axes, but it is " + shape);
        }
        for (int axis = 0; axis < labels.length(); axis++) {
            char label = labels.charAt(axis);
            int extent = shape.extent(axis);
            boolean differs = shape.extent(labels.indexOf(label)) != extent
                    || before.stream().anyMatch(term -> term.has(label) && term.extent(label) != extent);
            if (differs) {
                throw new IllegalArgumentException("einsum: '" + subscripts + "' uses label " + label
                        + " for axes of different extents; operand " + operand + " is " + shape);
            }
        }
    }

    private static String implied(String left) {
        return left.chars()
                .filter(label -> label != ',' && left.indexOf(label) == left.lastIndexOf(label))
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static void requireLabels(String subscripts, String result, List<Labelled> terms) {
        boolean known = result.chars().allMatch(label -> terms.stream().anyMatch(term -> term.has(label)));
        if (!known || result.chars().distinct().count() < result.length()) {
            throw new IllegalArgumentException(
                    "einsum: the result of '" + subscripts + "' must name labels of the operands, each once");
        }
    }

    private static String common(String labels, String others) {
        return labels.chars()
                .filter(label -> others.indexOf(label) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String without(String labels, String others) {
        return labels.chars()
                .filter(label -> others.indexOf(label) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Labels of both that are needed later run along, other labels of both are summed, the rest multiplies. */
    private static Labelled product(Labelled a, Labelled b, String needed) {
        Labelled left = a.reduced(needed + b.labels());
        Labelled right = b.reduced(needed + a.labels());
        String both = common(left.labels(), right.labels());
        String batch = common(both, needed);
        String summed = without(both, needed);
        String rows = without(left.labels(), both);
        String columns = without(right.labels(), both);
        Tensor product = matrices(left, batch, rows, summed).matmul(matrices(right, batch, summed, columns));
        String labels = batch + rows + columns;
        int[] extents = labels.chars()
                .map(label -> (left.has(label) ? left : right).extent((char) label))
                .toArray();
        return new Labelled(product.reshape(extents), labels);
    }

    private static Tensor matrices(Labelled term, String batch, String rows, String columns) {
        return term.permuted(batch + rows + columns)
                .tensor()
                .reshape(size(term, batch), size(term, rows), size(term, columns));
    }

    private static int size(Labelled term, String labels) {
        return labels.chars().map(label -> term.extent((char) label)).reduce(1, (a, b) -> a * b);
    }
}
