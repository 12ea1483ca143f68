package org.acutance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;

/** One file format. Implementations hold no state. */
public interface ImageFormat {
    /** Name in the catalogue, lower case: {@code png}. */
    String name();

    /** One line for the user. */
    String help();

    /** Endings of file names, lower case without the dot, the usual one first. */
    List<String> extensions();

    /** Whether samples come back exactly as they were written. */
    boolean lossless();

    /** The sample types that can be written, those that hold most first. */
    List<SampleType> sampleTypes();

    /** Whether contents that begin so are of this format; {@code start} has up to 16 bytes. */
    boolean recognises(byte[] start);

    /**
     * Reads the whole image; never a part of it.
     *
     * @param in positioned anywhere; read from its beginning
     * @throws FormatException if the contents are damaged, unsupported, or need more heap than there is
     * @throws IOException if the device fails
     */
    Image read(SeekableByteChannel in) throws IOException;

    /**
     * Why an image of these channels and this shape cannot be written, with the way out; empty if it can. Sample types
     * are not looked at.
     */
    Optional<String> refusal(Image image);

    /**
     * Writes an image that {@link #refusal} accepts and whose sample type is one of {@link #sampleTypes}.
     *
     * @throws IOException if the device fails
     */
    void write(Image image, OutputStream out) throws IOException;

    /** The type in which an image of the given one is written unless told otherwise: the same, or the one that holds most. */
    default SampleType nearest(SampleType type) {
        return sampleTypes().contains(type) ? type : sampleTypes().get(0);
    }
}
