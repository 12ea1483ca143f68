package org.acutance.io;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The codecs of the JDK itself, whatever plug-ins a host program has registered, and without a cache on disk. */
final class JdkCodec {
    private JdkCodec() {}

    /** What is done with a writer whose output is set. */
    interface Encoding {
        void with(ImageWriter writer) throws IOException;
    }

    /**
     * Decodes the first image of a file that has been checked.
     *
     * @throws FormatException on every warning of the decoder too: it goes on after damage and fills the rest with gray
     */
    static BufferedImage decode(String format, byte[] file) throws IOException {
        ImageReader reader = own(ImageIO.getImageReadersByFormatName(format), ImageReader::getOriginatingProvider);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (!warnings.isEmpty()) {
                throw FormatException.damaged(warnings.get(0).toLowerCase(Locale.ROOT));
            }
            return image;
        } catch (FormatException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException failure) {
            // On damage the JDK's decoders fail with any exception; for the user that is a damaged file.
            FormatException damage = FormatException.damaged(OutputFile.oneLine(failure));
            damage.initCause(failure);
            throw damage;
        } finally {
            reader.dispose();
        }
    }

    static void encode(String format, OutputStream out, Encoding encoding) throws IOException {
        ImageWriter writer = own(ImageIO.getImageWritersByFormatName(format), ImageWriter::getOriginatingProvider);
        try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(image);
            encoding.with(writer);
            image.flush();
        } finally {
            writer.dispose();
        }
    }

    private interface Provider<T> {
        ImageReaderWriterSpi of(T codec);
    }

    private static <T> T own(Iterator<T> codecs, Provider<T> provider) throws IOException {
        while (codecs.hasNext()) {
            T codec = codecs.next();
            if ("java.desktop".equals(provider.of(codec).getClass().getModule().getName())) {
                return codec;
            }
        }
        throw new IOException("this Java installation lacks the codec; use a JDK with the module java.desktop");
    }
}
