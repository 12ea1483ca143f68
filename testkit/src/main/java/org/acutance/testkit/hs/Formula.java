package org.acutance.testkit.hs;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * A formula in {@code x1, x2, ...}, numbers, {@code pi}, {@code + - * / ^}, parentheses and a few functions, as operations
 * on tensors. It gives vectors of one element.
 */
final class Formula {
    private static final Pattern TOKEN = Pattern.compile("\\d+\\.?\\d*(e[-+]?\\d+)?|[a-z]+\\d*|[-+*/^()]");
    private static final Map<String, UnaryOperator<Tensor>> FUNCTIONS = Map.of(
            "exp", Tensor::exp, "log", Tensor::log, "sqrt", Tensor::sqrt, "sin", Tensor::sin, "cos", Tensor::cos);

    private final Matcher tokens;
    private String next = "";

    private Formula(String text) {
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException if something in it is not understood
     */
    static UnaryOperator<Tensor> parse(String text) {
        Formula formula = new Formula(text);
        UnaryOperator<Tensor> parsed = formula.sum();
        if (!formula.next.isEmpty()) {
            throw new IllegalArgumentException("formula: '" + formula.next + "' is left over in '" + text + "'");
        }
        return parsed;
    }

    private String advance() {
        String taken = next;
        next = tokens.find() ? tokens.group() : "";
        return taken;
    }

    private boolean takes(String token) {
        boolean is = next.equals(token);
        if (is) {
            advance();
        }
        return is;
    }

    private UnaryOperator<Tensor> sum() {
        UnaryOperator<Tensor> left = product();
        while (next.equals("+") || next.equals("-")) {
            UnaryOperator<Tensor> first = left;
            boolean adds = advance().equals("+");
            UnaryOperator<Tensor> second = product();
            left = adds
                    ? x -> first.apply(x).plus(second.apply(x))
                    : x -> first.apply(x).minus(second.apply(x));
        }
        return left;
    }

    private UnaryOperator<Tensor> product() {
        UnaryOperator<Tensor> left = sign();
        while (next.equals("*") || next.equals("/")) {
            UnaryOperator<Tensor> first = left;
            boolean multiplies = advance().equals("*");
            UnaryOperator<Tensor> second = sign();
            left = multiplies
                    ? x -> first.apply(x).times(second.apply(x))
                    : x -> first.apply(x).dividedBy(second.apply(x));
        }
        return left;
    }

    private UnaryOperator<Tensor> sign() {
        if (takes("+")) {
            return sign();
        }
        if (takes("-")) {
            UnaryOperator<Tensor> positive = sign();
            return x -> positive.apply(x).negate();
        }
        return power();
    }

    /** Exponents are constant. */
    private UnaryOperator<Tensor> power() {
        UnaryOperator<Tensor> base = atom();
        if (!takes("^")) {
            return base;
        }
        double exponent = sign().apply(Tensor.of(NdArray.vector(0))).value().item();
        return exponent == 2 ? x -> base.apply(x).square() : x -> base.apply(x).pow(exponent);
    }

    private UnaryOperator<Tensor> atom() {
        String token = advance();
        if (token.equals("(")) {
            UnaryOperator<Tensor> inner = sum();
            advance();
            return inner;
        }
        if (FUNCTIONS.containsKey(token)) {
            UnaryOperator<Tensor> argument = atom();
            UnaryOperator<Tensor> function = Objects.requireNonNull(FUNCTIONS.get(token));
            return x -> function.apply(argument.apply(x));
        }
        if (token.startsWith("x")) {
            int position = Integer.parseInt(token.substring(1)) - 1;
            return x -> x.slice(0, position, position + 1);
        }
        Tensor constant = Tensor.of(NdArray.vector(token.equals("pi") ? Math.PI : Double.parseDouble(token)));
        return x -> constant;
    }
}
