package org.acutance.math.autodiff;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/** Watches the operations of a thread for the first NaN that comes from operands without one. */
final class NanWatch {
    private static final ThreadLocal<Boolean> WATCHING = ThreadLocal.withInitial(() -> false);
    private static final String OWN = "org.acutance.math.";
    private static final String JAVA = "java.";

    /** A NaN that an operation gave, with the place in the user's code. */
    private static final class NanException extends ArithmeticException {
        private static final long serialVersionUID = 1;
        private final String finding;

        /** Whether the finding names the operation of the user whose derivative it is in. */
        private final boolean isInRule;

        NanException(String finding, boolean isInRule, String place) {
            super("debugNans: " + finding + "; called in " + place);
            this.finding = finding;
            this.isInRule = isInRule;
        }
    }

    private NanWatch() {}

    static <T> T watch(Supplier<T> work) {
        boolean before = WATCHING.get();
        WATCHING.set(true);
        try {
            return work.get();
        } finally {
            WATCHING.set(before);
        }
    }

    static boolean isOn() {
        return WATCHING.get();
    }

    /** The result of an operation, if it has no NaN or one came in already. */
    static NdArray checked(Primitive primitive, List<NdArray> arguments, NdArray result) {
        int position = firstNan(result);
        if (position >= 0 && arguments.stream().allMatch(argument -> firstNan(argument) < 0)) {
            throw new NanException(
                    primitive.name() + " gave NaN at element " + position + " of " + result.shape() + " from "
                            + String.join(
                                    " and ",
                                    arguments.stream()
                                            .map(argument -> element(argument, position, result))
                                            .toList()),
                    false,
                    place());
        }
        return result;
    }

    private static String element(NdArray argument, int position, NdArray result) {
        boolean beside = argument.shape().equals(result.shape());
        return beside
                ? Double.toString(argument.get(position))
                : argument.size() == 1 ? Double.toString(argument.get(0)) : "operand " + argument.shape();
    }

    private static int firstNan(NdArray array) {
        for (int i = 0; i < array.size(); i++) {
            if (Double.isNaN(array.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The innermost line that is neither one of ours nor of Java's; empty while nobody watches. */
    static String place() {
        return isOn() ? StackWalker.getInstance().walk(NanWatch::firstOfTheUser) : "";
    }

    private static String firstOfTheUser(Stream<StackWalker.StackFrame> frames) {
        return frames.filter(frame -> !frame.getClassName().startsWith(OWN)
                        && !frame.getClassName().startsWith(JAVA))
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place");
    }

    /** Runs a derivative rule; a NaN in it is told with the place where the operation itself was called. */
    static Tensor inRule(Primitive primitive, String place, Supplier<Tensor> rule) {
        try {
            return rule.get();
        } catch (NanException found) {
            String finding = found.finding + ", in the derivative of " + primitive.name();
            throw place.isEmpty() || found.isInRule ? found : new NanException(finding, true, place);
        }
    }
}
