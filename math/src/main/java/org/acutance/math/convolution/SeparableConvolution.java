package org.acutance.math.convolution;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;

/** One pass per axis, the last two at once. */
final class SeparableConvolution implements ValidConvolution {
    private record Pass(PlanePass pass, Shape result) {}

    private final Problem problem;
    private final List<Pass> passes;
    private final boolean parallel;

    SeparableConvolution(Problem problem, List<double[]> factors) {
        this.problem = problem;
        this.passes = passes(problem, factors);
        this.parallel = Convolver.isLarge(work());
    }

    private static List<Pass> passes(Problem problem, List<double[]> factors) {
        List<Pass> passes = new ArrayList<>();
        Shape shape = problem.input();
        int last = shape.rank() - 1;
        for (int axis = 0; axis < last - 1; axis++) {
            int inner = shape.strides()[axis];
            PlanePass pass = new PlanePass(
                    shape.size() / inner / shape.extent(axis),
                    shape.extent(axis),
                    inner,
                    factors.get(axis),
                    new double[] {1});
            shape = shape.with(axis, problem.output().extent(axis));
            if (!pass.isIdentity()) {
                passes.add(new Pass(pass, shape));
            }
        }
        int rows = shape.extent(last - 1);
        int columns = shape.extent(last);
        PlanePass pass =
                new PlanePass(shape.size() / rows / columns, rows, columns, factors.get(last - 1), factors.get(last));
        passes.add(new Pass(pass, problem.output()));
        return passes;
    }

    Work work() {
        Work.Tally tally = new Work.Tally();
        for (Pass pass : passes) {
            tally.add(pass.pass.work());
        }
        return tally.total();
    }

    @Override
    public int rowLength() {
        return problem.output().rowLength();
    }

    @Override
    public NdArray apply(NdArray x) {
        return apply(x, RowOperation.NONE);
    }

    @Override
    public NdArray apply(NdArray x, RowOperation change) {
        NdArray result = x;
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            RowOperation operation = i == passes.size() - 1 ? change : RowOperation.NONE;
            result = pass.pass.apply(result, pass.result, problem.kernel().precision(), parallel, operation);
        }
        return result;
    }
}
