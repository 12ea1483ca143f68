package org.acutance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Arrays of any rank in NumPy files: point spread functions, references, anything that is not a picture. */
public final class Npy {
    private static final int BLOCK = 8192;

    private Npy() {}

    /**
     * Reads an array exactly: FLOAT32 for float32 and integers of 8 and 16 bits, FLOAT64 for the others.
     *
     * @throws ImageReadException if the file is missing, not a NumPy file, damaged, of an unsupported type or too large
     */
    public static NdArray read(Path file) {
        return InputFile.read(file, in -> readArray(NpyHeader.read(in), in, 1));
    }

    /**
     * Writes an array as float32 or float64, whichever its precision is, in version 1.0 and C order.
     *
     * @throws ImageWriteException if the output may not or cannot be written; an old file is then as it was
     */
    public static void write(Path file, NdArray array, WriteOptions options) {
        SampleType type = SampleType.of(array.precision());
        OutputFile.write(file, options, out -> {
            out.write(NpyHeader.encode(type, array.shape()));
            writeValues(array, type, out);
        });
    }

    /** @param copies how many arrays of that size the caller holds at once */
    static NdArray readArray(NpyHeader header, SeekableByteChannel in, int copies) throws IOException {
        long present = in.size() - header.offset();
        if (present != header.dataBytes()) {
            throw FormatException.damaged("shape " + header.shape() + " of " + header.type() + " takes "
                    + header.dataBytes() + " bytes, but " + present + " follow the header");
        }
        Shape stored = header.fortran() ? reversed(header.shape()) : header.shape();
        int held = Heap.perSample(header.type()) * Math.max(copies, header.fortran() ? 2 : 1);
        Heap.require("npy " + header.shape(), (double) stored.size() * held);
        NdArray array = readValues(header, stored, in);
        return header.fortran() ? array.permute(reversedAxes(stored.rank())) : array;
    }

    private static NdArray readValues(NpyHeader header, Shape shape, SeekableByteChannel in) throws IOException {
        NdArray.Builder result = NdArray.builder(shape, header.type().precision());
        int width = header.type().bits() / 8;
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * width).order(header.order());
        double[] block = new double[BLOCK];
        in.position(header.offset());
        for (int at = 0; at < shape.size(); at += BLOCK) {
            int count = Math.min(BLOCK, shape.size() - at);
            Samples.decode(header.type(), Samples.fill(in, bytes.clear().limit(count * width)), block, 0, count);
            result.write(at, block, 0, count);
        }
        return result.build();
    }

    static void writeValues(NdArray array, SampleType type, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * (type.bits() / 8)).order(ByteOrder.LITTLE_ENDIAN);
        double[] block = new double[BLOCK];
        for (int at = 0; at < array.size(); at += BLOCK) {
            int count = Math.min(BLOCK, array.size() - at);
            array.read(at, block, 0, count);
            Samples.encode(type, block, 0, count, bytes.clear());
            out.write(bytes.array(), 0, bytes.position());
        }
    }

    private static Shape reversed(Shape shape) {
        return Shape.of(
                IntStream.of(reversedAxes(shape.rank())).map(shape::extent).toArray());
    }

    private static int[] reversedAxes(int rank) {
        return IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
    }
}
