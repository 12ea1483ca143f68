package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.Wavelet;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The sum of the absolute detail coefficients of an undecimated wavelet frame.
 *
 * @param family the wavelet
 * @param levels number of levels of detail
 */
record WaveletSparsity(Wavelet family, int levels) implements Prior {
    private static final List<Double> PIXELS = List.of(1.0);

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(domain.grid(PIXELS).wavelets(family, levels), new Details(new L1Norm(1)))));
    }

    /**
     * A norm of all but the last part along the first axis.
     *
     * @param norm the norm
     */
    private record Details(L1Norm norm) implements Proximal {
        private static NdArray details(NdArray x) {
            return x.slice(0, 0, x.shape().extent(0) - 1);
        }

        @Override
        public double value(NdArray x) {
            return norm.value(details(x));
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            int bands = x.shape().extent(0);
            return NdArray.concatenate(0, List.of(norm.prox(details(x), step), x.slice(0, bands - 1, bands)));
        }
    }
}
