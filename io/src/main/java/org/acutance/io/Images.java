package org.acutance.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quantised;
import org.acutance.deblur.image.SampleType;

/** The one way in and out for image files. */
public final class Images {
    private static final int START = 16;

    private Images() {}

    /**
     * Reads an image; the format is recognised by content, whatever the name.
     *
     * @throws ImageReadException if the file is missing, not an image, damaged, unsupported or too large for the heap
     */
    public static Image read(Path file) {
        return InputFile.read(file, in -> formatOf(file, in).read(in));
    }

    private static ImageFormat formatOf(Path file, SeekableByteChannel in) throws IOException {
        byte[] start = start(in);
        if (start.length == 0) {
            throw new FormatException("the file is empty; get it again from its source");
        }
        return ImageFormats.recognise(start).orElseThrow(() -> new FormatException(notRecognised(file, start)));
    }

    private static byte[] start(SeekableByteChannel in) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(START);
        int count = 0;
        while (count >= 0 && start.hasRemaining()) {
            count = in.read(start);
        }
        return Arrays.copyOf(start.array(), start.position());
    }

    private static String notRecognised(Path file, byte[] start) {
        String claim = ImageFormats.named(file)
                .map(format -> "the name says " + format.name() + ", but the contents are not an image")
                .orElse("not an image");
        return claim + " of a known format (they begin with " + shown(start) + "); expected one of "
                + String.join(", ", ImageFormats.CATALOGUE.names());
    }

    private static String shown(byte[] start) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(start.length, 8); i++) {
            boolean printable = start[i] >= ' ' && start[i] < 127 && start[i] != '"';
            text.append(printable ? String.valueOf((char) start[i]) : "\\x" + hex(start[i]));
        }
        return text.append('"').toString();
    }

    private static String hex(byte value) {
        return "" + Character.forDigit((value >> 4) & 15, 16) + Character.forDigit(value & 15, 16);
    }

    /**
     * Writes an image in the format that the name asks for: to a temporary file in the same folder, which is then renamed.
     * Samples are converted by {@link Image#quantise} where the format or the options ask for another type.
     *
     * @throws ImageWriteException if the output may not or cannot be written; an old file is then as it was
     */
    public static Written write(Path file, Image image, WriteOptions options) {
        ImageFormat format = format(file);
        requireStorable(file, format, image, options);
        Quantised quantised = quantised(file, image, options.sampleType().orElse(format.nearest(image.sampleType())));
        OutputFile.write(file, options, out -> format.write(quantised.image(), out));
        return new Written(file, quantised.image().sampleType(), quantised.clippedShare());
    }

    private static Quantised quantised(Path file, Image image, SampleType type) {
        try {
            return image.quantise(type);
        } catch (IllegalArgumentException cause) {
            throw new ImageWriteException(file, String.valueOf(cause.getMessage()), cause);
        }
    }

    /**
     * Finds out before any work whether a file can be written: name, folder, device, and that nothing is in the way.
     *
     * @throws ImageWriteException if it cannot
     */
    public static void checkWritable(Path file, WriteOptions options) {
        format(file);
        OutputFile.check(file, options);
    }

    /**
     * As {@link #checkWritable(Path, WriteOptions)}, and that the format can hold the colours, the shape and the sample
     * type of an image like the given one.
     *
     * @throws ImageWriteException if it cannot
     */
    public static void checkWritable(Path file, Image image, WriteOptions options) {
        requireStorable(file, format(file), image, options);
        OutputFile.check(file, options);
    }

    private static void requireStorable(Path file, ImageFormat format, Image image, WriteOptions options) {
        Optional<String> refusal = format.refusal(image).or(() -> typeRefusal(format, options));
        refusal.ifPresent(reason -> {
            throw new ImageWriteException(file, reason);
        });
    }

    private static Optional<String> typeRefusal(ImageFormat format, WriteOptions options) {
        return options.sampleType()
                .filter(type -> !format.sampleTypes().contains(type))
                .map(type -> format.name() + " cannot hold " + type + " samples; it takes " + format.sampleTypes());
    }

    private static ImageFormat format(Path file) {
        return ImageFormats.named(file)
                .orElseThrow(() -> new ImageWriteException(
                        file,
                        (ImageFormats.ending(file).isEmpty()
                                        ? "the name has no ending"
                                        : "the ending '." + ImageFormats.ending(file) + "' names no format")
                                + "; use one of " + ImageFormats.allEndings()));
    }
}
