package org.acutance.math.leastsquares;

import java.util.Arrays;
import org.acutance.math.catalogue.Parameter;

/** What is summed over the residuals' squares z, so that a few large ones need not rule; SciPy's names. */
public enum Loss {
    /** z itself. */
    LINEAR {
        @Override
        double[] of(double z) {
            return new double[] {z, 1, 0};
        }
    },
    /** {@code 2 (sqrt(1 + z) - 1)}, the absolute value made smooth. */
    SOFT_L1 {
        @Override
        double[] of(double z) {
            double root = Math.sqrt(1 + z);
            return new double[] {2 * (root - 1), 1 / root, -0.5 / (root * root * root)};
        }
    },
    /** z up to 1, beyond it {@code 2 sqrt(z) - 1} (Huber 1964). */
    HUBER {
        @Override
        double[] of(double z) {
            double root = Math.sqrt(z);
            return z <= 1 ? new double[] {z, 1, 0} : new double[] {2 * root - 1, 1 / root, -0.5 / (root * z)};
        }
    },
    /** {@code log(1 + z)}, which all but ignores what is far off. */
    CAUCHY {
        @Override
        double[] of(double z) {
            return new double[] {Math.log1p(z), 1 / (1 + z), -1 / ((1 + z) * (1 + z))};
        }
    },
    /** {@code arctan z}, which is bounded. */
    ARCTAN {
        @Override
        double[] of(double z) {
            double one = 1 + z * z;
            return new double[] {Math.atan(z), 1 / one, -2 * z / (one * one)};
        }
    };

    /** The loss and its first two derivatives at a square. */
    abstract double[] of(double z);

    /** The name in SciPy: {@code soft_l1}. */
    public String written() {
        return Parameter.written(this).replace('-', '_');
    }

    /**
     * The loss of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Loss parse(String written) {
        return Arrays.stream(values())
                .filter(loss -> loss.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "loss: '" + written + "' is not linear, soft_l1, huber, cauchy or arctan"));
    }
}
