package org.acutance.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files for reading and turns every trouble into one line. */
final class InputFile {
    private InputFile() {}

    /** What is done with an open file. */
    interface Reading<T> {
        T from(SeekableByteChannel in) throws IOException;
    }

    static <T> T read(Path file, Reading<T> reading) {
        check(file);
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            return reading.from(in);
        } catch (FormatException refusal) {
            throw new ImageReadException(file, String.valueOf(refusal.getMessage()), refusal);
        } catch (IOException failure) {
            throw new ImageReadException(file, trouble(failure), failure);
        }
    }

    private static void check(Path file) {
        if (!Files.exists(file)) {
            throw new ImageReadException(file, "there is no such file; check the name and the folder");
        }
        if (Files.isDirectory(file)) {
            throw new ImageReadException(file, "it is a folder; name an image file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ImageReadException(file, "it is not a regular file; copy its contents to one");
        }
        if (!Files.isReadable(file)) {
            throw new ImageReadException(file, "no permission to read it; change its permissions or copy it");
        }
    }

    private static String trouble(IOException failure) {
        return failure instanceof NoSuchFileException
                ? "there is no such file; check the name and the folder"
                : "reading failed: " + OutputFile.oneLine(failure);
    }
}
