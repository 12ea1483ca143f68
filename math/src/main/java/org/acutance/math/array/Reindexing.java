package org.acutance.math.array;

import java.util.List;

/** Gathers and scatters through one index map per axis. */
final class Reindexing {
    private Reindexing() {}

    static NdArray gather(NdArray source, List<IndexMap> maps) {
        Shape target = IndexMap.shape(maps);
        NdArray.Builder result = NdArray.builder(target, source.precision());
        double[] row = new double[target.rowLength()];
        IndexMap columns = columns(maps);
        for (int r = 0; r < target.rows(); r++) {
            int sourceRow = sourceRow(r, target, source.shape(), maps);
            if (sourceRow != IndexMap.OUTSIDE) {
                columns.read(source, sourceRow * source.shape().rowLength(), row);
                result.write(r * row.length, row, 0, row.length);
            }
        }
        return result.build();
    }

    static NdArray scatter(NdArray values, List<IndexMap> maps) {
        Shape target = sourceShape(maps);
        Buffer sums = Buffer.allocate(values.precision(), target.size());
        int length = target.rowLength();
        double[] sum = new double[length];
        double[] row = new double[values.shape().rowLength()];
        IndexMap columns = columns(maps);
        for (int r = 0; r < values.shape().rows(); r++) {
            int targetRow = sourceRow(r, values.shape(), target, maps);
            if (targetRow != IndexMap.OUTSIDE) {
                values.read(r * row.length, row, 0, row.length);
                sums.read(targetRow * length, sum, 0, length);
                for (int i = 0; i < row.length; i++) {
                    int at = columns.source(i);
                    if (at != IndexMap.OUTSIDE) {
                        sum[at] += row[i];
                    }
                }
                sums.write(targetRow * length, sum, 0, length);
            }
        }
        return NdArray.owning(target, sums);
    }

    private static IndexMap columns(List<IndexMap> maps) {
        return maps.isEmpty() ? IndexMap.identity(1) : maps.get(maps.size() - 1);
    }

    private static int sourceRow(int row, Shape target, Shape source, List<IndexMap> maps) {
        int result = 0;
        int rest = row;
        int stride = 1;
        for (int axis = target.rank() - 2; axis >= 0; axis--) {
            int at = maps.get(axis).source(rest % target.extent(axis));
            if (at == IndexMap.OUTSIDE) {
                return IndexMap.OUTSIDE;
            }
            result += at * stride;
            rest /= target.extent(axis);
            stride *= source.extent(axis);
        }
        return result;
    }

    static Shape sourceShape(List<IndexMap> maps) {
        int[] extents = new int[maps.size()];
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = maps.get(axis).sourceExtent();
        }
        return Shape.of(extents);
    }

    static NdArray permute(NdArray source, int[] axes) {
        Shape shape = source.shape();
        int[] strides = shape.strides();
        int[] extents = new int[axes.length];
        int[] steps = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            extents[i] = shape.extent(axes[i]);
            steps[i] = strides[axes[i]];
        }
        Shape target = Shape.of(extents);
        double[] row = new double[target.rowLength()];
        int step = axes.length == 0 ? 0 : steps[axes.length - 1];
        NdArray.Builder result = NdArray.builder(target, source.precision());
        for (int r = 0; r < target.rows(); r++) {
            int start = rowStart(r, target, steps);
            for (int i = 0; i < row.length; i++) {
                row[i] = source.get(start + i * step);
            }
            result.write(r * row.length, row, 0, row.length);
        }
        return result.build();
    }

    private static int rowStart(int row, Shape target, int[] steps) {
        int start = 0;
        int rest = row;
        for (int axis = target.rank() - 2; axis >= 0; axis--) {
            start += rest % target.extent(axis) * steps[axis];
            rest /= target.extent(axis);
        }
        return start;
    }
}
